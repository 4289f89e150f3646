-- What was found in an article is kept in steps from place to place (see `bundles`); `migrating` packs
-- it anew. The views say where things stand in the text.

DROP VIEW mentions;
DROP VIEW statements;
DROP VIEW moments;

CREATE VIEW mentions AS
SELECT article_id, start, start + CASE size WHEN 0 THEN length(text) ELSE size - 1 END AS "end",
       text, type, referent, role
FROM (
    SELECT f.article_id,
           sum(json_extract(m.value, '$[0]')) OVER (
               PARTITION BY f.article_id ORDER BY m.key ROWS UNBOUNDED PRECEDING
           ) AS start,
           coalesce(json_extract(m.value, '$[3]'), 0) AS size,
           coalesce(json_extract(m.value, '$[4]'), json_extract(m.value, '$[2]')) AS text,
           CASE json_extract(m.value, '$[1]') WHEN 'p' THEN 'person' WHEN 'l' THEN 'place'
                WHEN 'o' THEN 'organisation' ELSE json_extract(m.value, '$[1]') END AS type,
           json_extract(m.value, '$[2]') AS referent, json_extract(m.value, '$[5]') AS role
    FROM found f, json_each(f.things, '$[0]') m
);

CREATE VIEW statements AS
SELECT number, article_id, speaker,
       base + speaker_step AS speaker_start,
       base + speaker_step
           + CASE speaker_size WHEN 0 THEN length(speaker) ELSE speaker_size - 1 END AS speaker_end,
       cue, base + cue_step AS cue_start,
       base + cue_step + CASE cue_size WHEN 0 THEN length(cue) ELSE cue_size - 1 END AS cue_end,
       (SELECT json_group_array(json_array(
                   json_extract(c.value, '$[0]'),
                   json_extract(c.value, '$[0]') + json_extract(c.value, '$[1]')))
        FROM json_each(spans) c) AS content,
       (SELECT group_concat(substr(x.text, json_extract(c.value, '$[0]') + 1,
                                   json_extract(c.value, '$[1]')), ' … ')
        FROM (SELECT t.text FROM article_texts t WHERE t.article_id = a.article_id LIMIT 1) x,
             json_each(spans) c) AS words,
       kind, speech, denied, via,
       (SELECT json_group_array(json_array(
                   base + json_extract(c.value, '$[0]'),
                   base + json_extract(c.value, '$[0]') + json_extract(c.value, '$[1]')))
        FROM json_each(via_steps) c) AS via_spans,
       within, confidence, sure
FROM (
    SELECT f.first + s.key AS number, f.article_id,
           coalesce(json_extract(s.value, '$[0][0][0]'), 0) AS base,
           coalesce(json_extract(s.value, '$[0]'), '[]') AS spans,
           json_extract(s.value, '$[1]') AS kind, json_extract(s.value, '$[2]') AS speaker,
           json_extract(s.value, '$[3]') AS speaker_step,
           json_extract(s.value, '$[4]') AS speaker_size,
           json_extract(s.value, '$[5]') AS cue, json_extract(s.value, '$[6]') AS cue_step,
           json_extract(s.value, '$[7]') AS cue_size,
           (coalesce(json_extract(s.value, '$[8]'), 101) - 1) / 100.0 AS confidence,
           coalesce(json_extract(s.value, '$[9]'), 0) AS speech,
           coalesce(json_extract(s.value, '$[10]'), 0) AS denied,
           coalesce(json_extract(s.value, '$[11]'), '[]') AS via,
           coalesce(json_extract(s.value, '$[12]'), '[]') AS via_steps,
           CASE json_type(s.value, '$[13]') WHEN 'integer'
                THEN f.first - 1 + json_extract(s.value, '$[13]') END AS within, -- a number
           s.key < p.statements - p.less_sure AS sure
    FROM found f JOIN findings p ON p.article = f.number, json_each(f.things, '$[1]') s
) a;

CREATE VIEW moments AS
SELECT f.article_id, json_extract(d.value, '$[0]') AS date,
       json_extract(d.value, '$[1]') AS precision, json_extract(d.value, '$[2]') AS planned,
       json_extract(d.value, '$[3]') AS start,
       json_extract(d.value, '$[3]') + json_extract(d.value, '$[4]') AS "end",
       json_extract(d.value, '$[3]') + json_extract(d.value, '$[5]') AS expression_start,
       json_extract(d.value, '$[3]') + json_extract(d.value, '$[5]')
           + json_extract(d.value, '$[6]') AS expression_end,
       json_extract(d.value, '$[7]') AS basis
FROM found f, json_each(f.things, '$[2]') d;
