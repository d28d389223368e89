-- PostgreSQL 14 or later, once, as a superuser, by psql: one role owns the tables and migrates them, another works with
-- them and is bound by row-level security. Put passwords of your own, and give them to the container in its environment
-- (YICHUANG_DB_OWNER_PASSWORD, YICHUANG_DB_PASSWORD).
CREATE ROLE yichuang_owner LOGIN PASSWORD 'change-me';
CREATE ROLE yichuang LOGIN PASSWORD 'change-me-too' NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE;
CREATE DATABASE yichuang OWNER yichuang_owner;
\connect yichuang
ALTER SCHEMA public OWNER TO yichuang_owner;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;

-- Of an installation in which the role yichuang owns the tables so far (all containers stopped), instead of the above:
--   CREATE ROLE yichuang_owner LOGIN PASSWORD 'change-me';
--   \connect yichuang
--   REASSIGN OWNED BY yichuang TO yichuang_owner;
--   ALTER DATABASE yichuang OWNER TO yichuang_owner;
--   ALTER SCHEMA public OWNER TO yichuang_owner;
--   REVOKE CREATE ON SCHEMA public FROM PUBLIC;
-- A role that backs up or reports sees no rows, and pg_dump fails: back up as yichuang_owner, or as a role that has
-- BYPASSRLS and pg_read_all_data.
-- Policies and rights come with the next start. Never make yichuang a member of yichuang_owner: it would not be bound.
