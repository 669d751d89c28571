package org.tongbao.contracts.procedure.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.tongbao.contracts.procedure.Actor;
import org.tongbao.contracts.procedure.Level;
import org.tongbao.contracts.procedure.Role;
import org.tongbao.contracts.procedure.Team;
import org.tongbao.contracts.procedure.Team.Seat;
import org.tongbao.contracts.procedure.Team.Task;

/** Reads the team template and whose each task is. */
final class TeamReader {
    private TeamReader() {}

    static Team read(Section section) {
        List<Seat> seats = new ArrayList<>();
        section.listedSections("seats", seat -> seats.add(seat(seat)));
        return new Team(Words.clause(section, "clause"), ProcedureReader.source(section), seats, tasks(section));
    }

    private static Seat seat(Section section) {
        return new Seat(
                Words.word(section, "seat", Actor.class),
                Times.levels(section, "levels", EnumSet.allOf(Level.class)),
                Words.text(section, "who"),
                Words.optionalWords(section, "from", Role.class),
                section.has("optional") && Words.flag(section, "optional"));
    }

    private static Map<Task, Actor> tasks(Section section) {
        Map<Task, Actor> tasks = new EnumMap<>(Task.class);
        section.section("tasks", table -> {
            for (String name : table.keys()) {
                Actor actor = Words.word(table, name, Actor.class);
                table.keyWord(name, Task.class).ifPresent(task -> tasks.put(task, actor));
            }
        });
        return tasks;
    }
}
