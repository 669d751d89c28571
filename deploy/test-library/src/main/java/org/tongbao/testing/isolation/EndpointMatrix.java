package org.tongbao.testing.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.tongbao.testing.rest.Callers;
import org.tongbao.testing.rest.Endpoint;

/** Calls every endpoint as every caller and compares the status with the one that is expected of this caller. */
public final class EndpointMatrix {
    private final List<Caller> callers = new ArrayList<>();
    private final BiFunction<Endpoint, RequestSpecification, Response> call;
    private Exception exception = (endpoint, expected, answer) -> false;

    private record Caller(String name, int expected, Supplier<RequestSpecification> request) {}

    /** An endpoint that answers a stranger in another way than by a status. */
    public interface Exception {
        /** @return whether the answer is one of those, and right; one that is wrong is an {@link AssertionError} */
        boolean holds(Endpoint endpoint, int expected, Response answer);
    }

    private EndpointMatrix(BiFunction<Endpoint, RequestSpecification, Response> call) {
        this.call = call;
    }

    /** @param call sends what the endpoint would take from the right caller */
    public static EndpointMatrix calling(BiFunction<Endpoint, RequestSpecification, Response> call) {
        return new EndpointMatrix(call);
    }

    public EndpointMatrix expecting(int status, String name, Supplier<RequestSpecification> caller) {
        callers.add(new Caller(name, status, caller));
        return this;
    }

    /** Nobody, and somebody of this agency whose token is over. */
    public EndpointMatrix expectingTokens(String agency, String... groups) {
        return expecting(401, "nobody", Callers::nobody)
                .expecting(401, "expired", () -> Callers.expired(agency, groups));
    }

    public EndpointMatrix except(Exception other) {
        exception = other;
        return this;
    }

    public void check(List<Endpoint> endpoints) {
        Map<String, String> wrong = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            for (Caller caller : callers) {
                Response answer = call.apply(endpoint, caller.request().get());
                if (!exception.holds(endpoint, caller.expected(), answer) && answer.statusCode() != caller.expected()) {
                    wrong.put(
                            endpoint + " by " + caller.name(),
                            answer.statusCode() + " instead of " + caller.expected());
                }
            }
        }

        assertThat(endpoints).isNotEmpty();
        assertThat(callers).isNotEmpty();
        assertThat(wrong).isEmpty();
    }
}
