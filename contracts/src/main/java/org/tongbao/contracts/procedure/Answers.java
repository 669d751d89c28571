package org.tongbao.contracts.procedure;

import org.jspecify.annotations.Nullable;

/** What a reporter answers about the impact; an aspect that is not touched is null. */
public record Answers(
        @Nullable Harm confidentiality,
        @Nullable Harm integrity,
        @Nullable Interruption availability) {

    /** What happened to data or systems: leaked or tampered with. */
    public record Harm(Business business, Data data, Severity severity) {}

    /** What happened to operation. */
    public record Interruption(Business business, TolerableInterruption tolerableInterruption) {}

    public enum Business implements Keyed {
        /** 非核心業務. */
        NON_CORE,
        /** 未涉及關鍵基礎設施維運之核心業務. */
        CORE,
        /** 涉及關鍵基礎設施維運之核心業務. */
        CORE_CI
    }

    public enum Data implements Keyed {
        /** 一般資料. */
        GENERAL,
        /** 一般公務機密. */
        OFFICIAL_SECRET,
        /** 敏感資訊. */
        SENSITIVE,
        /** 國家機密. */
        STATE_SECRET
    }

    public enum Severity implements Keyed {
        /** 輕微. */
        MINOR,
        /** 嚴重. */
        SERIOUS
    }

    public enum TolerableInterruption implements Keyed {
        /** 於可容忍中斷時間內回復. */
        WITHIN,
        /** 無法於可容忍中斷時間內回復. */
        BEYOND
    }
}
