package org.tongbao.contacts.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongbao.contacts.agency.domain.Agency;
import org.tongbao.contacts.agency.domain.AgencyCode;
import org.tongbao.contacts.agency.domain.AgencyKind;
import org.tongbao.contacts.agency.domain.AgencyState;
import org.tongbao.contacts.agency.domain.Relations;
import org.tongbao.contacts.channel.domain.Channel;
import org.tongbao.contacts.channel.domain.ChannelType;
import org.tongbao.contacts.domain.Fact;
import org.tongbao.contacts.people.domain.Contact;
import org.tongbao.contacts.people.domain.Employment;
import org.tongbao.contracts.procedure.Role;

class EditTest {
    private static final Channel OLD_MAIL = new Channel(ChannelType.MAIL, "old@office.example.test");
    private static final Channel NEW_MAIL = new Channel(ChannelType.MAIL, "new@office.example.test");
    private static final Channel OLD_PHONE = new Channel(ChannelType.PHONE, "+886-2-5555-0101");
    private static final Channel NEW_PHONE = new Channel(ChannelType.PHONE, "+886-2-5555-0102");

    @Test
    void whatTheLaterOneLeavesAsItWasTakesTheEdit() {
        Contact before = contact(null, Set.of(Role.PRESS), OLD_MAIL, OLD_PHONE);
        Contact later = contact("科長", Set.of(Role.PRESS), OLD_MAIL, OLD_PHONE);

        assertThat(carried(before, contact(null, Set.of(Role.CISO), NEW_MAIL, OLD_PHONE), later))
                .contains(contact("科長", Set.of(Role.CISO), NEW_MAIL, OLD_PHONE));
    }

    @Test
    void ofAListThatBothChangeEachElementTakesIts() {
        Contact before = contact(null, Set.of(Role.PRESS), OLD_MAIL, OLD_PHONE);
        Contact later = contact(null, Set.of(Role.PRESS, Role.REVIEWER), OLD_MAIL, NEW_PHONE);

        assertThat(carried(before, contact(null, Set.of(Role.CISO), NEW_MAIL, OLD_PHONE), later))
                .contains(contact(null, Set.of(Role.CISO, Role.REVIEWER), NEW_MAIL, NEW_PHONE));
    }

    @Test
    void ofAWordThatBothChangeTheLaterOneHoldsFromItsTimeOn() {
        Contact before = contact(null, Set.of(), OLD_MAIL);

        assertThat(carried(before, contact("技士", Set.of(), OLD_MAIL), contact("科長", Set.of(), OLD_MAIL)))
                .isEmpty();
    }

    @Test
    void relationsAreCarriedOneByOne() {
        var later = new Relations(code("A"), null, null, null, null, List.of());
        var edited = new Relations(null, code("B"), null, null, null, List.of());

        assertThat(carried(agency(Relations.NONE), agency(edited), agency(later)))
                .contains(agency(new Relations(code("A"), code("B"), null, null, null, List.of())));
    }

    private static Optional<Fact> carried(Fact before, Fact after, Fact later) {
        return new Edit("item", before, after).carriedInto(later);
    }

    private static Contact contact(@Nullable String title, Set<Role> roles, Channel... channels) {
        return new Contact("某甲", title, Employment.STAFF, "zh-TW", roles, List.of(channels));
    }

    private static Agency agency(Relations relations) {
        return new Agency(
                code("C"),
                "某局",
                null,
                AgencyKind.BUREAU,
                "tw-2026",
                null,
                relations,
                null,
                "Asia/Taipei",
                List.of("zh-TW"),
                Set.of(),
                null,
                AgencyState.ACTIVE);
    }

    private static AgencyCode code(String text) {
        return new AgencyCode(text);
    }
}
