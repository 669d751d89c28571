package org.tongbao.testing.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Each rule refuses its counter-examples, which stand in the package {@code wrong}, and nothing else there. */
class ServiceArchitectureContractTest {
    private static final String ROOT = "org.tongbao.testing.architecture.wrong";
    private static final JavaClasses CODE = new ClassFileImporter().importPackages(ROOT);
    private static final Pattern CULPRIT = Pattern.compile(Pattern.quote(ROOT) + "\\.[a-z.]+\\.([A-Z][A-Za-z]+)");
    private static final ServiceLayout LAYOUT = ServiceLayout.of(ROOT, "notice", "call");

    private static ServiceArchitectureContract with(ServiceLayout layout) {
        return new ServiceArchitectureContract() {
            @Override
            public ServiceLayout layout() {
                return layout;
            }

            @Override
            public JavaClasses code() {
                return CODE;
            }
        };
    }

    @Test
    void aPackageThatIsNoLayerIsRefused() {
        assertThat(catchThrowable(with(LAYOUT)::everyPackageIsALayerOfAFeature))
                .hasMessageContaining("notice.helper")
                .hasMessageContaining("notice.sms")
                .hasMessageNotContaining("notice.db");
    }

    @Test
    void aFeatureThatIsNotNamedIsRefused() {
        var packages = new ClassFileImporter().importPackages(ROOT + ".call");

        assertThat(catchThrowable(() -> new ServiceArchitectureContract() {
                    @Override
                    public ServiceLayout layout() {
                        return ServiceLayout.of(ROOT, "notice");
                    }

                    @Override
                    public JavaClasses code() {
                        return packages;
                    }
                }.everyPackageIsALayerOfAFeature()))
                .hasMessageContaining("call")
                .hasMessageContaining("notice");
    }

    @Test
    void aDomainWithALibraryOrAUseCaseIsRefused() {
        refuses(with(LAYOUT)::theDomainIsPlainJava, "AsynchronousNotice", "NoticeThatKnowsItsUseCase");
    }

    @Test
    void aUseCaseWithTechnologyIsRefused() {
        refuses(with(LAYOUT)::useCasesKnowNoTechnology, "AnswerWithAStatus", "FieldInjection");
    }

    @Test
    void anAdapterThatSeesAnotherIsRefused() {
        refuses(with(LAYOUT)::endpointsSeeNoOtherAdapter, "ViewOfARow", "ViewOfAnotherFeature");
        refuses(with(LAYOUT)::listenersSeeNoOtherAdapter, "ListenerThatSendsAMail");
        refuses(with(LAYOUT)::tablesSeeNoOtherAdapter, "RowOfAView");
        refuses(with(LAYOUT)::timersDecideNothing, "TimerThatDecides");
        refuses(with(LAYOUT)::channelsAndFormatsSeeNoOtherAdapter, "MailOfAPage");
    }

    @Test
    void whatIsAllowedOnPurposeIsNotRefused() {
        var layout = LAYOUT.allowing("rest", ROOT + "..db", ROOT + ".notice.rest.NoticeView")
                .allowing("timer", ROOT + "..domain")
                .allowing("mail", ROOT + ".notice.web");

        assertThatCode(() -> {
                    with(layout).endpointsSeeNoOtherAdapter();
                    with(layout).timersDecideNothing();
                    with(layout).channelsAndFormatsSeeNoOtherAdapter();
                })
                .doesNotThrowAnyException();
    }

    @Test
    void whoAsksForTheTimeIsRefused() {
        refuses(with(LAYOUT)::onlyTheClockAsksForTheTime, "NoticeThatAsksForTheTime");
    }

    @Test
    void branchesAreRefused() {
        refuses(with(LAYOUT)::noTransactionHasBranches, "TwoBranches");
    }

    @Test
    void aResourceThatItsClientCancelsIsRefused() {
        refuses(with(LAYOUT)::noRequestIsCancelledByItsClient, "CancelledResource", "CancellableResource");
    }

    @Test
    void anEndpointWithoutRolesIsRefused() {
        refuses(
                with(LAYOUT)::everyEndpointNamesItsRoles,
                "ResourceWithoutRoles",
                "ResourceForEverybody",
                "EndpointWithoutPath");
    }

    @Test
    void anEndpointOpenOnPurposeIsNotRefusedAndMustExist() {
        refuses(
                with(LAYOUT.openWithoutToken("ResourceForEverybody"))::everyEndpointNamesItsRoles,
                "ResourceWithoutRoles",
                "EndpointWithoutPath");
        refuses(
                with(LAYOUT.openWithoutToken("GoodResource"))::everyEndpointNamesItsRoles,
                "GoodResource",
                "ResourceWithoutRoles",
                "ResourceForEverybody",
                "EndpointWithoutPath");
        assertThat(catchThrowable(with(LAYOUT.openWithAnyToken("Gone"))::everyEndpointNamesItsRoles))
                .hasMessageContaining("Gone");
    }

    @Test
    void aPackageOfManyClassesOrOfFewIsRefused() {
        assertThat(catchThrowable(with(LAYOUT.classesInAPackage(1, 6))::packagesHoldAFewClasses))
                .hasMessageContaining("wrong.call.rest")
                .hasMessageNotContaining("notice.domain");
        assertThat(catchThrowable(with(LAYOUT.classesInAPackage(2, 20))::packagesHoldAFewClasses))
                .hasMessageContaining("wrong.notice.sms")
                .hasMessageNotContaining("call.rest");
    }

    @Test
    void fieldInjectionIsRefused() {
        refuses(with(LAYOUT)::nothingIsInjectedIntoFields, "FieldInjection");
    }

    /** Each violation starts with the class that is to blame: these classes, and none but these. */
    private static void refuses(ThrowingCallable rule, String... names) {
        Throwable refusal = Objects.requireNonNull(catchThrowable(rule), "nothing was refused");
        Set<String> culprits = new TreeSet<>();
        String.valueOf(refusal.getMessage()).lines().forEach(line -> {
            var culprit = CULPRIT.matcher(line);
            if (culprit.find()) {
                culprits.add(culprit.group(1));
            }
        });

        assertThat(culprits).as(refusal.getMessage()).containsExactlyInAnyOrder(names);
    }
}
