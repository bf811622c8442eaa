-- Foreign keys that had no index.
create index jurisdiction_superseded_by on jurisdiction (superseded_by);
create index policy_repeal_policy_id on policy_repeal (policy_id);
