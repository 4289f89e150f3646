-- Features of late days are kept in fewer bytes; they are made again from the texts.
DELETE FROM story_days;
