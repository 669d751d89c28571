-- The same rows to the same callers, asked of the platform's one function.
call protect('incident', 'agency', 'id');
call protect('review', 'agency', 'incident_id');
call protect('review_event', 'agency', 'incident_id');
