package org.tongbao.contacts.rest;

/** Bodies as the API description shows them; a test sends each. */
public final class Examples {
    public static final String AGENCY = """
        {"name": "臺北市政府教育局", "nameEnglish": "Department of Education, Taipei City Government", "kind": "bureau",
         "procedure": "s2-taipei-113", "parent": "TPE",
         "relations": {"superior": "TPE", "supervising": "TPE", "cityBureau": "TPE-DOIT", "receiving": "TPE-DOIT",
                       "reviewers": ["TPE-DOIT", "ACS"]},
         "responsibilityLevel": "B", "zone": "Asia/Taipei", "languages": ["zh-TW"]}\
        """;

    public static final String AGENCY_PATCH = """
        {"name": "臺北市政府教育局", "relations": {"sectorAuthority": "MOE", "receiving": null}}\
        """;

    static final String CONTACT = """
        {"name": "通報窗口甲（測試）", "title": "資訊室技士", "employment": "dedicated", "language": "zh-TW",
         "roles": ["report-window", "security-contact"],
         "channels": [{"type": "mail", "value": "window.a@edu.taipei.example.test"},
                      {"type": "mobile", "value": "+886-900-000-101"},
                      {"type": "phone", "value": "+886-2-5555-0101"}]}\
        """;

    static final String CONTACT_PATCH = """
        {"title": "資訊室主任", "teamRoles": ["press-contact"], "effectiveFrom": "2036-01-01T00:00:00+08:00"}\
        """;
    public static final String REORGANISATION = """
        {"effectiveFrom": "2036-07-01T00:00:00+08:00",
         "agencies": [{"code": "TPE-PARK", "name": "臺北市某處（範例）", "kind": "bureau", "procedure": "s2-taipei-113",
                       "parent": "TPE", "state": "dissolved"}]}\
        """;
    static final String DEPUTYSHIP = """
        {"contact": "01a1f600-0000-7000-8000-0000000000a1", "deputies": ["01a1f600-0000-7000-8000-0000000000b1"],
         "from": "2019-01-01T00:00:00+08:00", "until": "2019-07-01T00:00:00+08:00",
         "permissions": [{"name": "通報系統代理群組", "inForceFrom": "2018-12-20T00:00:00+08:00"}]}\
        """;

    static final String ABSENCE = """
        {"contact": "01a1f600-0000-7000-8000-0000000000a1", "from": "2019-05-01T00:00:00+08:00",
         "until": "2019-05-08T00:00:00+08:00", "standIn": "01a1f600-0000-7000-8000-0000000000b1"}\
        """;

    static final String SHIFT = """
        {"role": "reviewer", "contact": "01a1f600-0000-7000-8000-0000000000f1", "from": "2019-05-01T08:00:00+08:00",
         "until": "2019-05-01T20:00:00+08:00"}\
        """;

    static final String ROTATION = """
        {"role": "reviewer", "zone": "Asia/Taipei",
         "layers": [{"name": "全日輪值", "participants": ["01a1f600-0000-7000-8000-0000000000f1"],
                     "every": {"count": 1, "unit": "weeks"}, "handOff": "08:00", "starts": "2019-01-07", "until": "2020-01-06"},
                    {"name": "假日", "participants": ["01a1f600-0000-7000-8000-0000000000f1"],
                     "every": {"count": 1, "unit": "days"}, "handOff": "00:00", "starts": "2019-01-07",
                     "until": "2020-01-06", "holidays": "only",
                     "windows": [{"days": ["sat", "sun"], "from": "09:00", "until": "21:00"}]}]}\
        """;

    static final String OVERRIDE = """
        {"role": "reviewer", "contact": "01a1f600-0000-7000-8000-0000000000f1", "from": "2019-06-01T08:00:00+08:00",
         "until": "2019-06-02T08:00:00+08:00"}\
        """;

    static final String SWAP = """
        {"role": "reviewer", "contact": "01a1f600-0000-7000-8000-0000000000f1", "partner": "01a1f600-0000-7000-8000-000000000101",
         "give": {"from": "2021-05-01T08:00:00+08:00", "until": "2021-05-02T08:00:00+08:00"}}\
        """;

    static final String ACCOUNT = """
        {"contact": "01a1f600-0000-7000-8000-0000000000f1", "subject": "5b1f3c9e-reviewer"}\
        """;

    public static final String CALENDAR_FEED = """
        {"contact": "01a1f600-0000-7000-8000-0000000000f1", "role": "reviewer"}\
        """;

    public static final String ATTESTATION = """
        {"contacts": ["01a1f600-0000-7000-8000-0000000000a1", "01a1f600-0000-7000-8000-0000000000b1"]}\
        """;

    static final String HOLIDAYS = """
        {"name": "2027", "days": [{"date": "2027-01-01", "name": "中華民國開國紀念日"}, {"date": "2027-02-28", "name": "和平紀念日"}]}\
        """;

    public static final String DIRECTORY = """
        {"agencies": [{"code": "TPE-PARK", "name": "臺北市某處（範例）", "kind": "bureau", "procedure": "s2-taipei-113",
                       "parent": "TPE"}],
         "contacts": [{"agency": "TPE-PARK", "id": "01a1f600-ffff-7000-8000-0000000000a1", "name": "某甲（測試）",
                       "employment": "staff", "roles": ["report-window"],
                       "channels": [{"type": "mail", "value": "a@park.example.test"}]}],
         "shifts": [{"agency": "TPE-PARK", "role": "report-window", "contact": "01a1f600-ffff-7000-8000-0000000000a1",
                     "from": "2026-01-01T00:00:00+08:00", "until": "2027-01-01T00:00:00+08:00"}]}\
        """;

    public static final String CONTACTS_SHEET = """
        agency,name,title,employment,roles,mail,mobile
        TPE-EDU,某乙（匯入範例）,技士,staff,press,b@edu.taipei.example.test,+886-900-000-102
        """;

    private Examples() {}
}
