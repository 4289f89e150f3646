-- For people and their programs: what stands in the packed findings, row by row.

DROP TABLE mentions;
DROP TABLE statements;
DROP TABLE moments;

CREATE VIEW found AS
SELECT a.number, a.id AS article_id, f.first,
       CAST(sqlar_uncompress(f.packed, 1100 * length(f.packed)) AS TEXT) AS things
FROM findings f JOIN articles a ON a.number = f.article;

CREATE VIEW mentions AS
SELECT f.article_id,
       json_extract(m.value, '$[0]') AS start, json_extract(m.value, '$[1]') AS "end",
       coalesce(json_extract(m.value, '$[4]'), json_extract(m.value, '$[3]')) AS text,
       CASE json_extract(m.value, '$[2]') WHEN 'p' THEN 'person' WHEN 'l' THEN 'place'
            WHEN 'o' THEN 'organisation' ELSE json_extract(m.value, '$[2]') END AS type,
       json_extract(m.value, '$[3]') AS referent, json_extract(m.value, '$[5]') AS role
FROM found f, json_each(f.things, '$.m') m;

CREATE VIEW statements AS
SELECT f.first + s.key AS number, f.article_id,
       json_extract(s.value, '$[0]') AS speaker,
       json_extract(s.value, '$[1]') AS speaker_start, json_extract(s.value, '$[2]') AS speaker_end,
       json_extract(s.value, '$[3]') AS cue,
       json_extract(s.value, '$[4]') AS cue_start, json_extract(s.value, '$[5]') AS cue_end,
       json_extract(s.value, '$[6]') AS content,
       (SELECT group_concat(substr(x.text, json_extract(c.value, '$[0]') + 1,
                   json_extract(c.value, '$[1]') - json_extract(c.value, '$[0]')), ' … ')
        FROM (SELECT t.text FROM article_texts t WHERE t.article_id = f.article_id LIMIT 1) x,
             json_each(s.value, '$[6]') c) AS words,
       json_extract(s.value, '$[7]') AS kind,
       coalesce(json_extract(s.value, '$[8]'), 0) AS speech,
       coalesce(json_extract(s.value, '$[9]'), 0) AS denied,
       coalesce(json_extract(s.value, '$[10]'), '[]') AS via,
       coalesce(json_extract(s.value, '$[11]'), '[]') AS via_spans,
       CASE json_type(s.value, '$[12]') WHEN 'integer'
            THEN f.first - 1 + json_extract(s.value, '$[12]') END AS within -- a number
FROM found f, json_each(f.things, '$.s') s;

CREATE VIEW moments AS
SELECT f.article_id, json_extract(d.value, '$[0]') AS date,
       json_extract(d.value, '$[1]') AS precision, json_extract(d.value, '$[2]') AS planned,
       json_extract(d.value, '$[3]') AS start, json_extract(d.value, '$[4]') AS "end",
       json_extract(d.value, '$[5]') AS expression_start,
       json_extract(d.value, '$[6]') AS expression_end, json_extract(d.value, '$[7]') AS basis
FROM found f, json_each(f.things, '$.d') d;

CREATE VIEW who_said_what AS
SELECT s.number, coalesce(n.canonical, s.speaker) AS speaker, s.kind, s.cue, s.denied, s.words,
       s.via, a.outlet, a.published, a.title, a.id AS article_id, sa.story_id
FROM statements s
JOIN articles a ON a.id = s.article_id
LEFT JOIN name_links l ON l.article_id = s.article_id AND l.referent = s.speaker
LEFT JOIN names n ON n.id = l.name_id
LEFT JOIN story_articles sa ON sa.article_id = s.article_id;

CREATE VIEW what_happened_when AS
SELECT m.date, m.precision, m.planned,
       substr(x.text, m.start + 1, m."end" - m.start) AS sentence,
       substr(x.text, m.expression_start + 1, m.expression_end - m.expression_start) AS expression,
       m.basis, a.outlet, a.title, a.id AS article_id, sa.story_id
FROM moments m
JOIN articles a ON a.id = m.article_id
JOIN article_texts x ON x.article_id = a.id
LEFT JOIN story_articles sa ON sa.article_id = m.article_id;
