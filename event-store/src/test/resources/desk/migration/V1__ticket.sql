CREATE TABLE ticket (
    id    text PRIMARY KEY,
    title text NOT NULL CHECK (title <> '')
);

CREATE TABLE desk_log (
    line text NOT NULL
);
