package org.yichuang.itests;

import java.util.Map;
import java.util.Set;

/** What the audit trail proves of each table of the assembled distribution; each table stands in one of the lists. */
final class ProvedTables {
    /** The tables whose rows the audit trail proves, with the kind of row as its provider names it. */
    static final Map<String, String> PROVED = FeeSample.proved(CatalogueSample.proved(Map.ofEntries(
            Map.entry("CASES_CASE", "case"),
            Map.entry("CASES_FILE", "file"),
            Map.entry("CASES_HOLD", "legal-hold"),
            Map.entry("CASES_REMOVAL", "removal"),
            Map.entry("CATALOGUE_ENTRY", "hall-entry"),
            Map.entry("CATALOGUE_ITEM", "item"),
            Map.entry("CATALOGUE_VERSION", "item-version"),
            Map.entry("CATALOGUE_IMPORT", "catalogue-import"),
            Map.entry("CATALOGUE_ROUND", "review-round"),
            Map.entry("CATALOGUE_ROUND_PART", "review-round-part"),
            Map.entry("DOCUMENTS_DOCUMENT", "document"),
            Map.entry("DOCUMENTS_FILE", "stored-file"),
            Map.entry("DOCUMENTS_NUMBER", "document-number"),
            Map.entry("DOCUMENTS_TEXT", "document-text"),
            Map.entry("IDENTITY_ACCOUNT", "account"),
            Map.entry("IDENTITY_AUTHENTICATOR", "authenticator"),
            Map.entry("IDENTITY_SUBJECT", "subject-link"),
            Map.entry("LICENCES_BAN", "licence-ban"),
            Map.entry("LICENCES_BREACH", "licence-breach"),
            Map.entry("LICENCES_GRANT", "licence-grant"),
            Map.entry("LICENCES_LICENCE", "licence"),
            Map.entry("LINKAGE_KEY", "linkage-key"),
            Map.entry("NOTICES_NOTICE", "notice"),
            Map.entry("NOTICES_RECIPIENT", "notice-recipient"),
            Map.entry("NOTICES_TEXT", "notice-text"),
            Map.entry("RATINGS_FOLLOW_UP", "follow-up"),
            Map.entry("RATINGS_ANSWER", "rating-answer"),
            Map.entry("RATINGS_RATING", "rating"),
            Map.entry("TENANCY_CALENDAR", "holiday-notice"),
            Map.entry("TENANCY_CENTRE", "centre"),
            Map.entry("TENANCY_DEPARTMENT", "department"),
            Map.entry("WINDOWS_ABSENCE", "absence"),
            Map.entry("WINDOWS_ATTENDANCE", "attendance-day"),
            Map.entry("WINDOWS_ASSESSMENT", "assessment"),
            Map.entry("WINDOWS_BOOKING", "booking"),
            Map.entry("WINDOWS_BULLETIN", "attendance-bulletin"),
            Map.entry("WINDOWS_COUNTERSIGN", "countersignature"),
            Map.entry("WINDOWS_DEDUCTION", "deduction"),
            Map.entry("WINDOWS_DEED", "deed"),
            Map.entry("WINDOWS_DEVICE", "hall-device"),
            Map.entry("WINDOWS_ENQUIRY", "enquiry"),
            Map.entry("WINDOWS_ITEM", "entered-item"),
            Map.entry("WINDOWS_LEAVE", "staff-leave"),
            Map.entry("WINDOWS_LETTER", "delegation-letter"),
            Map.entry("WINDOWS_MARK", "assessment-mark"),
            Map.entry("WINDOWS_POINT", "service-point"),
            Map.entry("WINDOWS_QUEUE", "ticket-group"),
            Map.entry("WINDOWS_SEAL", "seal"),
            Map.entry("WINDOWS_SEAL_USE", "seal-use"),
            Map.entry("WINDOWS_STAFF", "window-staff"),
            Map.entry("WINDOWS_STATIONING", "stationing"),
            Map.entry("WINDOWS_TICKET", "ticket"),
            Map.entry("WINDOWS_VISIT", "leader-visit"),
            Map.entry("WINDOWS_WINDOW", "window"))));
    /** Those that are no aggregates: what is only at work there is sealed, or says nothing that counts. */
    static final Set<String> UNPROVED = Set.of(
            "CASES_DRAFT",
            "CASES_GATE", // gates that are there write it anew; of one that is away the step's own entry says so
            "CASES_AGREEMENT", // likewise: what the case has of its meetings, for the timer
            "CASES_BRANCH", // written anew with each step of its case, which has all of it
            "CASES_FACT", // what figures count: the steps that their case has tell it again
            "CASES_SPELL", // likewise
            "CASES_SUM", // what those are added up to by day and month, which can be done anew
            "CASES_GRAM", // what cases are found by: each is looked at before it is shown
            "CASES_ITEM_NAME", // the same
            "CASES_PAST_DEPARTMENT",
            "CASES_UPKEEP",
            "CATALOGUE_CHANGE", // which items to read anew for the search
            "CATALOGUE_TERM", // which words people have found items by
            "DOCUMENTS_CHUNK", // proved with its file
            "DOCUMENTS_PENDING",
            "DOCUMENTS_SCAN",
            "DOCUMENTS_USE", // proved with its file
            "IDENTITY_FAILURE",
            "IDENTITY_KEY_HOLDER",
            "IDENTITY_MASTER_KEY",
            "IDENTITY_SESSION",
            "IDENTITY_USED_ATTEMPT",
            "LICENCES_MATTER", // which case is of which result: what was handed in says so
            "LICENCES_PLACE", // what is granted and not made out yet: the steps of the case say so
            "LICENCES_QUOTA", // by what two grants at one moment meet
            "NOTICES_DUE",
            "NOTICES_UNREAD",
            "TENANCY_IMPORT",
            "TENANCY_REVISION");
    /** Of these the demonstration has none: what proves them is tried in their modules' own tests. */
    static final Set<String> WITHOUT_ROWS = Set.of(
            "CASES_HOLD",
            "CASES_REMOVAL",
            "IDENTITY_AUTHENTICATOR",
            "IDENTITY_SUBJECT",
            "LICENCES_BAN",
            "LICENCES_BREACH",
            "WINDOWS_ABSENCE",
            "WINDOWS_ASSESSMENT",
            "WINDOWS_ATTENDANCE",
            "WINDOWS_BOOKING",
            "WINDOWS_BULLETIN",
            "WINDOWS_DEDUCTION",
            "WINDOWS_DEED",
            "WINDOWS_DEVICE",
            "WINDOWS_ENQUIRY",
            "WINDOWS_LEAVE",
            "WINDOWS_MARK",
            "WINDOWS_SEAL",
            "WINDOWS_SEAL_USE");

    private ProvedTables() {}
}
