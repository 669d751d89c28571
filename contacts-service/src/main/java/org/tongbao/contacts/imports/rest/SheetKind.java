package org.tongbao.contacts.imports.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tongbao.contracts.procedure.Channel;
import org.tongbao.contracts.procedure.Relation;

/** What a sheet holds, and its columns by either of their names. */
enum SheetKind {
    AGENCIES(
            "agencies",
            column("code", "機關代碼", "/code"),
            new Column("name", "機關名稱", "/name", Cell.FREE),
            new Column("nameEnglish", "英文名稱", "/nameEnglish", Cell.FREE),
            column("kind", "機關類別", "/kind"),
            column("procedure", "作業程序", "/procedure"),
            column("parent", "隸屬機關", "/parent"),
            column("responsibilityLevel", "責任等級", "/responsibilityLevel"),
            column("zone", "時區", "/zone"),
            words("languages", "語言", "/languages"),
            column("superior", Relation.SUPERIOR.text().chinese(), "/relations/superior"),
            column("supervising", Relation.SUPERVISING.text().chinese(), "/relations/supervising"),
            column("cityBureau", Relation.CITY_BUREAU.text().chinese(), "/relations/cityBureau"),
            column("sectorAuthority", Relation.SECTOR_AUTHORITY.text().chinese(), "/relations/sectorAuthority"),
            column("receiving", Relation.RECEIVING.text().chinese(), "/relations/receiving"),
            words("reviewers", "審核機關", "/relations/reviewers"),
            words("sectors", "關鍵基礎設施領域", "/sectors"),
            column("oid", "機關物件識別碼", "/oid"),
            column("state", "狀態", "/state")),
    CONTACTS(
            "contacts",
            column("agency", "機關代碼", "/agency"),
            column("id", "識別碼", "/id"),
            new Column("name", "姓名", "/name", Cell.FREE),
            new Column("title", "職稱", "/title", Cell.FREE),
            column("employment", "進用方式", "/employment"),
            column("language", "語言", "/language"),
            words("roles", "角色", "/roles"),
            new Column("mail", Channel.MAIL.text().chinese(), "/channels", Cell.ADDRESSES),
            new Column("mobile", "行動電話", "/channels", Cell.NUMBERS),
            new Column("phone", "電話", "/channels", Cell.NUMBERS),
            new Column("sms", Channel.SMS.text().chinese(), "/channels", Cell.NUMBERS),
            new Column("webhook", Channel.WEBHOOK.text().chinese(), "/channels", Cell.ADDRESSES),
            new Column("order", "聯絡順序", "/order", Cell.ORDER),
            words("teamRoles", "應變小組職務", "/teamRoles"),
            new Column("certificate", "憑證", "/certificate/value", Cell.CERTIFICATE)),
    SHIFTS(
            "shifts",
            column("agency", "機關代碼", "/agency"),
            column("id", "識別碼", "/id"),
            column("role", "角色", "/role"),
            new Column("contact", "聯絡人", "/contact", Cell.PERSON),
            new Column("from", "開始", "/from", Cell.TIME),
            new Column("until", "結束", "/until", Cell.TIME));

    /** How a cell is read. */
    enum Cell {
        TEXT,
        /** As it stands, blanks at its ends included. */
        FREE,
        /** Several, with blanks, commas or semicolons between. */
        WORDS,
        /** One on each line of the cell. */
        ADDRESSES,
        /** The same, and none of them is a formula although it begins with a plus. */
        NUMBERS,
        /** PEM over several lines, and no formula although it begins with dashes. */
        CERTIFICATE,
        /** Types of channels, the preferred one first. */
        ORDER,
        /** An id, or the name of the only one who has it. */
        PERSON,
        /** RFC 3339, or the clock on the wall in Taipei. */
        TIME
    }

    /**
     * @param name also of the field in JSON
     * @param pointer where its value stands in the item
     */
    record Column(String name, String chinese, String pointer, Cell cell) {
        boolean isCalled(String header) {
            return name.equalsIgnoreCase(header) || chinese.equals(header);
        }
    }

    private final String file;
    private final List<Column> columns;

    SheetKind(String file, Column... columns) {
        this.file = file;
        this.columns = List.of(columns);
    }

    private static Column column(String name, String chinese, String pointer) {
        return new Column(name, chinese, pointer, Cell.TEXT);
    }

    private static Column words(String name, String chinese, String pointer) {
        return new Column(name, chinese, pointer, Cell.WORDS);
    }

    String file() {
        return file;
    }

    List<Column> columns() {
        return columns;
    }

    Optional<Column> column(String header) {
        return columns.stream().filter(it -> it.isCalled(header)).findFirst();
    }

    static Optional<SheetKind> of(String file) {
        return Arrays.stream(values())
                .filter(it -> (it.file + ".csv").equals(file))
                .findFirst();
    }
}
