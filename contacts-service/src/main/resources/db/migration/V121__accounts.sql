-- Which account is whose: people swap their own duty and nobody else's.
alter table roster_item drop constraint roster_item_kind_check;
alter table roster_item add constraint roster_item_kind_check
    check (kind in ('rotation', 'duty-override', 'duty-swap', 'holiday-calendar', 'contact-account'));
