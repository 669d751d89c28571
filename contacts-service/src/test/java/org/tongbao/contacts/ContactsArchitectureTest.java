package org.tongbao.contacts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tongbao.testing.architecture.Rules;
import org.tongbao.testing.architecture.ServiceArchitectureContract;
import org.tongbao.testing.architecture.ServiceLayout;

class ContactsArchitectureTest implements ServiceArchitectureContract {
    private static final String ROOT = "org.tongbao.contacts";

    @Override
    public ServiceLayout layout() {
        return ServiceLayout.of(ROOT, "agency", "channel", "duty", "imports", "ledger", "people", "readiness")
                .openWithAnyToken("AgencyResource")
                .openWithoutToken("CalendarResource") // A calendar program brings no token: its address is the secret.
                .allowing(
                        "usecase",
                        "jakarta.enterprise..",
                        "jakarta.inject..",
                        "org.eclipse.microprofile.config..",
                        "org.tongbao.contracts.procedure.yaml")
                .allowing(
                        "rest",
                        ROOT + "..csv",
                        ROOT + "..json",
                        "io.netty.handler.codec.http",
                        "io.quarkus.runtime.configuration",
                        "io.quarkus.smallrye.openapi",
                        "io.smallrye.common.annotation",
                        "io.vertx.core..",
                        "io.vertx.ext.web",
                        "jakarta.enterprise..",
                        "org.eclipse.microprofile.config..",
                        "org.jboss.logging")
                .allowing("db", ROOT + "..json")
                .allowing(
                        "timer",
                        ROOT + "..domain",
                        "io.quarkus.scheduler",
                        "io.vertx.core..",
                        "org.eclipse.microprofile.config..",
                        "org.jboss.logging",
                        "org.tongbao.platform.access");
    }

    @Test
    void onlyTheDirectoryAdminWrites() {
        var writing = Rules.mainCode(ROOT).stream()
                .filter(it -> it.isAnnotatedWith(Path.class))
                .flatMap(it -> it.getAllMethods().stream())
                .filter(it -> it.isMetaAnnotatedWith(HttpMethod.class) && !it.isAnnotatedWith(GET.class))
                .toList();

        // A swap is offered and answered, an address proven and an entry confirmed by the people it is about, or on
        // their behalf.
        var open = writing.stream()
                .filter(it -> it.isAnnotatedWith(POST.class))
                .filter(it -> switch (it.getOwner().getSimpleName()) {
                    case "SwapResource", "AttestationResource" -> true;
                    case "ChannelResource" -> !it.getName().equals("attest");
                    default -> false;
                })
                .toList();
        assertThat(open).hasSize(6);
        assertThat(writing).hasSize(41).filteredOn(it -> !open.contains(it)).allSatisfy(it -> assertThat(roles(it))
                .containsExactly("directory-admin"));
    }

    private static Set<String> roles(JavaMethod method) {
        RolesAllowed roles = method.isAnnotatedWith(RolesAllowed.class)
                ? method.getAnnotationOfType(RolesAllowed.class)
                : method.getOwner().getAnnotationOfType(RolesAllowed.class);
        return Set.of(roles.value());
    }

    @Test
    void resourcesArePublic() {
        classes().that().areAnnotatedWith(Path.class).should().bePublic().check(Rules.mainCode(ROOT));
    }
}
