package org.tongbao.contracts.procedure;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * 通報應變小組.
 *
 * @param seats the template, adjustable by the agency
 * @param tasks whose each task is
 */
public record Team(String clause, Source source, List<Seat> seats, Map<Task, Actor> tasks) {
    public Team {
        seats = List.copyOf(seats);
        tasks = Map.copyOf(tasks);
    }

    /**
     * @param levels at which it is filled so
     * @param who the clause's words, as the team form shows them
     * @param from contacts whose role suggests them, in order
     * @param optional whether it may be left out (從略)
     */
    public record Seat(Actor seat, Set<Level> levels, String who, List<Role> from, boolean optional) {
        public Seat {
            levels = Set.copyOf(levels);
            from = List.copyOf(from);
        }
    }

    public enum Task implements Keyed {
        /** 通報. */
        REPORTING,
        /** 情資分享. */
        INTELLIGENCE_SHARING,
        /** 應變策略及計畫研擬. */
        RESPONSE_PLAN,
        /** 跡證保存. */
        EVIDENCE,
        /** 根因分析. */
        ROOT_CAUSE,
        /** 改善建議. */
        IMPROVEMENT_PROPOSALS,
        /** 追蹤管考. */
        TRACKING,
        /** 損害控制. */
        DAMAGE_CONTROL,
        /** 復原. */
        RECOVERY,
        /** 調查、處理及改善報告. */
        FINAL_REPORT,
        /** 對外發布. */
        PRESS,
        /** 行政支援. */
        ADMINISTRATION
    }
}
