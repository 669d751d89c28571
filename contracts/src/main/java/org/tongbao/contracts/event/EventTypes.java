package org.tongbao.contracts.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event type of the suite, its wire name as a literal. */
public final class EventTypes {
    public static final EventType<AgencyEntry> AGENCY_ENTRY =
            new EventType<>("tongbao.agency.entry.v1", Topics.AGENCIES, AgencyEntry.class);
    public static final EventType<ContactsEntry> CONTACTS_ENTRY =
            new EventType<>("tongbao.contacts.entry.v1", Topics.CONTACTS, ContactsEntry.class);

    public static final EventType<CodeRequested> CODE_REQUESTED =
            new EventType<>("tongbao.directory.code-requested.v1", Topics.DIRECTORY, CodeRequested.class);
    public static final EventType<ShiftStarting> SHIFT_STARTING =
            new EventType<>("tongbao.directory.shift-starting.v1", Topics.DIRECTORY, ShiftStarting.class);
    public static final EventType<DutyChanged> DUTY_CHANGED =
            new EventType<>("tongbao.directory.duty-changed.v1", Topics.DIRECTORY, DutyChanged.class);
    public static final EventType<AttestationDue> ATTESTATION_DUE =
            new EventType<>("tongbao.directory.attestation-due.v1", Topics.DIRECTORY, AttestationDue.class);
    public static final EventType<ReadinessReported> READINESS_REPORTED =
            new EventType<>("tongbao.directory.readiness-reported.v1", Topics.DIRECTORY, ReadinessReported.class);

    public static final EventType<IncidentReported> INCIDENT_REPORTED =
            new EventType<>("tongbao.incident.reported.v1", Topics.INCIDENTS, IncidentReported.class);
    public static final EventType<IncidentLevelChanged> INCIDENT_LEVEL_CHANGED =
            new EventType<>("tongbao.incident.level-changed.v1", Topics.INCIDENTS, IncidentLevelChanged.class);
    public static final EventType<AffectedAgencyNamed> AFFECTED_AGENCY_NAMED =
            new EventType<>("tongbao.incident.affected-agency-named.v1", Topics.INCIDENTS, AffectedAgencyNamed.class);
    public static final EventType<ObligationProgressed> OBLIGATION_PROGRESSED =
            new EventType<>("tongbao.incident.obligation-progressed.v1", Topics.INCIDENTS, ObligationProgressed.class);
    public static final EventType<MilestoneReached> MILESTONE_REACHED =
            new EventType<>("tongbao.incident.milestone-reached.v1", Topics.INCIDENTS, MilestoneReached.class);
    public static final EventType<ReportApproved> REPORT_APPROVED =
            new EventType<>("tongbao.incident.approved.v1", Topics.INCIDENTS, ReportApproved.class);
    public static final EventType<ClosingFiled> CLOSING_FILED =
            new EventType<>("tongbao.incident.closing-filed.v1", Topics.INCIDENTS, ClosingFiled.class);
    public static final EventType<IncidentClosed> INCIDENT_CLOSED =
            new EventType<>("tongbao.incident.closed.v1", Topics.INCIDENTS, IncidentClosed.class);

    public static final EventType<ReviewOpened> REVIEW_OPENED =
            new EventType<>("tongbao.review.opened.v1", Topics.REVIEWS, ReviewOpened.class);
    public static final EventType<ReviewConcluded> REVIEW_CONCLUDED =
            new EventType<>("tongbao.review.concluded.v1", Topics.REVIEWS, ReviewConcluded.class);
    public static final EventType<ReviewMissed> REVIEW_MISSED =
            new EventType<>("tongbao.review.missed.v1", Topics.REVIEWS, ReviewMissed.class);
    public static final EventType<ReviewTakenOver> REVIEW_TAKEN_OVER =
            new EventType<>("tongbao.review.taken-over.v1", Topics.REVIEWS, ReviewTakenOver.class);
    public static final EventType<InformationRequested> INFORMATION_REQUESTED =
            new EventType<>("tongbao.review.information-requested.v1", Topics.REVIEWS, InformationRequested.class);

    public static final EventType<NoticeOpened> NOTICE_OPENED =
            new EventType<>("tongbao.notice.opened.v1", Topics.NOTICES, NoticeOpened.class);
    public static final EventType<NoticeEscalated> NOTICE_ESCALATED =
            new EventType<>("tongbao.notice.escalated.v1", Topics.NOTICES, NoticeEscalated.class);
    public static final EventType<DeliveryEnded> DELIVERY_ENDED =
            new EventType<>("tongbao.notice.delivery-ended.v1", Topics.NOTICES, DeliveryEnded.class);
    public static final EventType<NoticeAcknowledged> NOTICE_ACKNOWLEDGED =
            new EventType<>("tongbao.notice.acknowledged.v1", Topics.NOTICES, NoticeAcknowledged.class);
    public static final EventType<NoticeEnded> NOTICE_ENDED =
            new EventType<>("tongbao.notice.ended.v1", Topics.NOTICES, NoticeEnded.class);
    public static final EventType<LateralNoticeMet> LATERAL_NOTICE_MET =
            new EventType<>("tongbao.notice.lateral-met.v1", Topics.NOTICES, LateralNoticeMet.class);

    public static final List<EventType<?>> ALL = List.of(
            AGENCY_ENTRY,
            CONTACTS_ENTRY,
            CODE_REQUESTED,
            SHIFT_STARTING,
            DUTY_CHANGED,
            ATTESTATION_DUE,
            READINESS_REPORTED,
            INCIDENT_REPORTED,
            INCIDENT_LEVEL_CHANGED,
            AFFECTED_AGENCY_NAMED,
            OBLIGATION_PROGRESSED,
            MILESTONE_REACHED,
            REPORT_APPROVED,
            CLOSING_FILED,
            INCIDENT_CLOSED,
            REVIEW_OPENED,
            REVIEW_CONCLUDED,
            REVIEW_MISSED,
            REVIEW_TAKEN_OVER,
            INFORMATION_REQUESTED,
            NOTICE_OPENED,
            NOTICE_ESCALATED,
            DELIVERY_ENDED,
            NOTICE_ACKNOWLEDGED,
            NOTICE_ENDED,
            LATERAL_NOTICE_MET);

    private static final Map<String, EventType<?>> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventType::name, Function.identity()));

    private EventTypes() {}

    public static Optional<EventType<?>> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
