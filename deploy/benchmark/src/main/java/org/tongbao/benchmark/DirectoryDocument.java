package org.tongbao.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * A directory of a whole country as one import. Each agency has three contacts, a shift of its CISO and a rotation of its
 * reviewers: a turn of a day each, and at weekends of a week each.
 */
final class DirectoryDocument {
    // Nobody goes on duty while it is measured: ten thousand mails at once are the mail's measurement, not the
    // directory's.
    private static final String HAND_OFF =
            LocalTime.now(ZoneId.of("Asia/Taipei")).minusHours(2).format(DateTimeFormatter.ofPattern("HH:mm"));

    static final int AGENCIES = 10_000;
    static final String CONTENT = "10,000 agencies, 30,000 contacts, 10,000 shifts, 10,000 rotations";

    private static final int CONTACTS_EACH = 3;
    private static final int BELOW_ONE = 100;
    private static final int CISO = 1;
    private static final int REPORT_WINDOW = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private DirectoryDocument() {}

    /** Parents of a hundred each, all below the same city. */
    static byte[] bytes() throws Exception {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode agencies = document.putArray("agencies");
        ArrayNode contacts = document.putArray("contacts");
        ArrayNode shifts = document.putArray("shifts");
        ArrayNode rotations = document.putArray("rotations");
        for (int i = 0; i < AGENCIES; i++) {
            agency(agencies.addObject(), i);
            for (int person = 0; person < CONTACTS_EACH; person++) {
                contact(contacts.addObject(), i, person);
            }
            shift(shifts.addObject(), i);
            rotation(rotations.addObject(), i);
        }
        return JSON.writeValueAsBytes(document);
    }

    static String code(int number) {
        return "LOAD-" + number;
    }

    static boolean isOne(String code) {
        return code.startsWith("LOAD-");
    }

    static String reportWindow(int number) {
        return id(number, REPORT_WINDOW);
    }

    private static void agency(ObjectNode agency, int number) {
        agency.put("code", code(number))
                .put("name", "壓力測試機關" + number)
                .put("nameEnglish", "Load Test Agency " + number)
                .put("kind", "subordinate")
                .put("procedure", "s2-taipei-113")
                .put("parent", number % BELOW_ONE == 0 ? "TPE" : code(number - number % BELOW_ONE))
                .put("responsibilityLevel", "D");
        agency.putObject("relations")
                .put("superior", "TPE")
                .put("supervising", "TPE")
                .put("cityBureau", "TPE-DOIT")
                .put("receiving", "TPE-DOIT")
                .putArray("reviewers")
                .add("TPE-DOIT")
                .add("ACS");
    }

    private static void contact(ObjectNode contact, int number, int person) {
        contact.put("agency", code(number))
                .put("id", id(number, person))
                .put("name", "測試人員" + number + "-" + person)
                .put("employment", "dedicated");
        ArrayNode roles = contact.putArray("roles").add("reviewer").add("security-contact");
        switch (person) {
            case CISO -> roles.add("ciso");
            case REPORT_WINDOW -> roles.add("report-window");
            default -> roles.add("it-head");
        }
        ArrayNode channels = contact.putArray("channels");
        channels.addObject().put("type", "mail").put("value", "p" + person + "@a" + number + ".example.test");
        channels.addObject().put("type", "mobile").put("value", "+886-900-000-" + (100 + number % 900));
    }

    private static void shift(ObjectNode shift, int number) {
        shift.put("agency", code(number))
                .put("role", "ciso")
                .put("contact", id(number, CISO))
                .put("from", "2026-01-01T00:00:00+08:00")
                .put("until", "2030-01-01T00:00:00+08:00");
    }

    private static void rotation(ObjectNode rotation, int number) {
        rotation.put("agency", code(number))
                .put("id", id(number, CONTACTS_EACH))
                .put("role", "reviewer")
                .put("zone", "Asia/Taipei");
        ArrayNode layers = rotation.putArray("layers");
        layer(layers.addObject(), number, "days");
        layer(layers.addObject(), number, "weeks")
                .putArray("windows")
                .addObject()
                .put("from", "00:00")
                .put("until", "00:00")
                .putArray("days")
                .add("sat")
                .add("sun");
    }

    private static ObjectNode layer(ObjectNode layer, int number, String unit) {
        layer.put("handOff", HAND_OFF).put("starts", "2026-01-01");
        layer.putObject("every").put("count", 1).put("unit", unit);
        ArrayNode participants = layer.putArray("participants");
        for (int person = 0; person < CONTACTS_EACH; person++) {
            participants.add(id(number, person));
        }
        return layer;
    }

    private static String id(int number, int person) {
        return new UUID(0x0190_0000_0000_7000L + person, 0x8000_0000_0000_0000L + number).toString();
    }
}
