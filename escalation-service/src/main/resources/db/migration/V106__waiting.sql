-- The auditor reads what may be wrong, never what is open: deliveries and informations that nothing would ever take up again, and the calls
-- that wait. A call that was made, or is no longer needed, leaves.
create index delivery_without_future on delivery (id) where due_at is null and state = 'PENDING' and channel <> 'phone-task';
create index notice_informing on notice (since) where status = 'OPEN' and information;
create index delivery_calls on delivery (created_at) where channel = 'phone-task' and state = 'PENDING';
drop index phone_task_id_idx;
