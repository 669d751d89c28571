package org.tongbao.contacts.domain.people;

import org.tongbao.contacts.domain.Fact;

/** Something in an agency's book that people file, change and remove. */
public sealed interface Item extends Fact
        permits Contact,
                Deputyship,
                Absence,
                Shift,
                Rotation,
                DutyOverride,
                DutySwap,
                HolidayCalendar,
                ContactAccount,
                ChannelProof {}
