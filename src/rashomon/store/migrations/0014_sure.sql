-- Of what an article attributes the desk states what it is sure of; the rest is shown apart.

ALTER TABLE findings ADD COLUMN less_sure INTEGER NOT NULL DEFAULT 0; -- the last of `statements`

DROP VIEW who_said_what;
DROP VIEW statements;

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
            THEN f.first - 1 + json_extract(s.value, '$[12]') END AS within, -- a number
       (coalesce(json_extract(s.value, '$[14]'), 101) - 1) / 100.0 AS confidence,
       s.key < p.statements - p.less_sure AS sure
FROM found f JOIN findings p ON p.article = f.number, json_each(f.things, '$.s') s;

CREATE VIEW who_said_what AS
SELECT s.number,
       coalesce((SELECT n.canonical FROM name_places p JOIN names n ON n.number = p.name
                 WHERE p.article = a.number
                 AND CASE p.form WHEN '' THEN n.canonical ELSE p.form END = s.speaker),
                s.speaker) AS speaker,
       s.kind, s.cue, s.denied, s.words, s.via, a.outlet, a.published, a.title,
       a.id AS article_id, sa.story_id, s.confidence
FROM statements s
JOIN articles a ON a.id = s.article_id
LEFT JOIN story_articles sa ON sa.article_id = s.article_id
WHERE s.sure;
