-- The same rows to the same callers, asked of the platform's one function.
call protect('incident', 'agency', 'id');
call protect('obligation', 'agency', 'incident_id');
call protect('affected_agency', 'agency', 'incident_id');
call protect('report_version', 'agency', 'incident_id');
call protect('response_record', 'agency', 'incident_id');
call protect('happening', 'agency', 'incident_id');
