package org.tongbao.contacts.imports.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.imports.rest.SheetKind.Column;
import org.tongbao.contracts.procedure.Keyed;
import org.tongbao.platform.time.Times;

/** One row on its way to the item that it means. */
final class SheetItem {
    /** Stands for somebody who is named, so that the rest of the row can be checked. */
    private static final String SOMEBODY = "00000000-0000-7000-8000-000000000000";

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;、；，]+");
    private static final Pattern LINES = Pattern.compile("\\s*\\R\\s*");
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu[-][/]M[-][/]d['T'][ ]H:mm[:ss]");

    private final ObjectNode tree;
    private final List<String> channelColumns = new ArrayList<>();
    private @Nullable List<ChannelType> order;
    private @Nullable String unknownOrder;
    private @Nullable String person;

    SheetItem(ObjectNode tree) {
        this.tree = tree;
    }

    void put(Column column, String cell) {
        switch (column.cell()) {
            case TEXT, FREE, CERTIFICATE -> parent(column).put(field(column), cell);
            case WORDS -> {
                ArrayNode words = parent(column).putArray(field(column));
                words(cell).forEach(words::add);
            }
            case ADDRESSES, NUMBERS -> addresses(column, cell);
            case ORDER -> order = order(cell);
            case PERSON -> person(cell);
            case TIME -> tree.put(field(column), time(cell));
        }
    }

    private ObjectNode parent(Column column) {
        int slash = column.pointer().lastIndexOf('/');
        return slash == 0 ? tree : tree.withObject(column.pointer().substring(0, slash));
    }

    private static String field(Column column) {
        return column.pointer().substring(column.pointer().lastIndexOf('/') + 1);
    }

    private static List<String> words(String cell) {
        return BETWEEN_WORDS
                .splitAsStream(cell)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }

    private void addresses(Column column, String cell) {
        ArrayNode channels = tree.withArray("/channels");
        LINES.splitAsStream(cell).filter(it -> !it.isEmpty()).forEach(it -> {
            channels.addObject().put("type", column.name()).put("value", it);
            channelColumns.add(column.name());
        });
    }

    private List<ChannelType> order(String cell) {
        List<ChannelType> types = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(cell)) {
            Optional<ChannelType> type = Keyed.find(ChannelType.class, word);
            type.ifPresent(types::add);
            if (type.isEmpty() && !word.isEmpty()) {
                unknownOrder = word;
            }
        }
        return types;
    }

    private void person(String cell) {
        try {
            tree.put("contact", UUID.fromString(cell).toString());
        } catch (IllegalArgumentException e) {
            person = cell;
            tree.put("contact", SOMEBODY);
        }
    }

    // What is neither is left as it is, and refused where times are checked.
    private static String time(String cell) {
        try {
            return LocalDateTime.parse(cell, WALL_CLOCK)
                    .atZone(Times.TAIPEI)
                    .toOffsetDateTime()
                    .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        } catch (DateTimeParseException e) {
            return cell;
        }
    }

    ObjectNode tree() {
        return tree;
    }

    /** The columns of the channels, in the order of the channels. */
    List<String> channelColumns() {
        return channelColumns;
    }

    @Nullable
    List<ChannelType> order() {
        return order;
    }

    Optional<String> unknownOrder() {
        return Optional.ofNullable(unknownOrder);
    }

    @Nullable
    String person() {
        return person;
    }
}
