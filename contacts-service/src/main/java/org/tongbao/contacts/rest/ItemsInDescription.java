package org.tongbao.contacts.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.tongbao.platform.access.Group;
import org.tongbao.platform.http.SchemasInDescription;

/** Puts name, schema and example of each kind of item into the API description: their resources share one class. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ItemsInDescription implements OASFilter {
    private static final String BOOK = "/api/v1/agencies/{code}/";
    private static final String JSON = "application/json";
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> WRITERS = List.of(Group.DIRECTORY_ADMIN);
    private static final List<String> READERS = List.of(
            Group.REPORTER, Group.APPROVER, Group.REVIEWER, Group.DUTY_DESK, Group.DIRECTORY_ADMIN, Group.AUDITOR);
    private static final SchemasInDescription SCHEMAS = new SchemasInDescription();

    private static final List<Described> ITEMS = List.of(
            new Described("contacts", "Contact", "schemas/contact.json", "a contact", Examples.CONTACT),
            new Described(
                    "deputies",
                    "Deputyship",
                    "schemas/deputyship.json",
                    "the deputies of a contact",
                    Examples.DEPUTYSHIP),
            new Described("absences", "Absence", "schemas/absence.json", "an absence", Examples.ABSENCE),
            new Described("roster", "Shift", "schemas/shift.json", "a shift", Examples.SHIFT),
            new Described("rotations", "Rotation", "schemas/rotation.json", "a rotation", Examples.ROTATION),
            new Described("overrides", "DutyOverride", "schemas/override.json", "an override", Examples.OVERRIDE),
            new Described(
                    "holidays",
                    "HolidayCalendar",
                    "schemas/holidays.json",
                    "a calendar of public holidays",
                    Examples.HOLIDAYS),
            new Described("accounts", "ContactAccount", "schemas/account.json", "an account", Examples.ACCOUNT),
            new Described("swaps", "DutySwap", "schemas/swap.json", "a swap", Examples.SWAP));

    /**
     * @param segment of the address
     * @param schema its name in the description
     * @param file of the schema that bodies are checked against
     */
    private record Described(String segment, String schema, String file, String item, String example) {}

    private static final Described AGENCY =
            new Described("", "Agency", "schemas/agency.json", "an agency", Examples.AGENCY);

    @Override
    public void filterOpenAPI(OpenAPI description) {
        PathItem agency = description.getPaths().getPathItem("/api/v1/agencies/{code}");
        agency.getOperations().values().forEach(it -> answer(it, "200", AGENCY));
        SCHEMAS.filterPathItem(agency);
        badRequest(agency.getPUT());
        description.getComponents().addSchema(AGENCY.schema(), sent(agency.getPUT()));
        ITEMS.forEach(item -> {
            String collection = BOOK + item.segment();
            description.getPaths().getPathItems().forEach((path, operations) -> {
                if (path.equals(collection)) {
                    collection(operations, item);
                    description.getComponents().addSchema(item.schema(), sent(operations.getPOST()));
                } else if (path.startsWith(collection + "/{id}") && !path.contains("/channels")) {
                    one(operations, item);
                }
            });
        });
    }

    private static void collection(PathItem path, Described item) {
        Operation create = path.getPOST();
        create.setSummary(create.getSummary().replace("{item}", item.item()));
        create.addExtension(SchemasInDescription.BODY, item.file());
        answer(create, "201", item);
        SCHEMAS.filterPathItem(path);
        example(create, item.example());
        path.getOperations().forEach(ItemsInDescription::guard);
    }

    private static void one(PathItem path, Described item) {
        path.getOperations().forEach((method, operation) -> {
            operation.setSummary(operation.getSummary().replace("{item}", item.item()));
            if (method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.PATCH) {
                operation.addExtension(SchemasInDescription.BODY, item.file());
            }
            if (method != PathItem.HttpMethod.DELETE) {
                answer(operation, "200", item);
            }
        });
        SCHEMAS.filterPathItem(path);
        if (path.getPUT() != null) {
            example(path.getPUT(), item.example());
        }
        if (path.getPATCH() != null) {
            path.getPATCH().getRequestBody().getContent().removeMediaType(JSON);
            example(path.getPATCH(), Examples.CONTACT_PATCH);
        }
        path.getOperations().forEach(ItemsInDescription::guard);
    }

    /** What the scanner does not see of a method that a resource inherits: the agency in its address, and who may call it. */
    private static void guard(PathItem.HttpMethod method, Operation operation) {
        var responses = operation.getResponses();
        boolean isSeen = operation.getParameters().stream().anyMatch(it -> "code".equals(it.getName()));
        if (!isSeen) {
            operation.addParameter(OASFactory.createParameter()
                    .name("code")
                    .in(Parameter.In.PATH)
                    .required(true)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement()
                    .addScheme("SecurityScheme", method == PathItem.HttpMethod.GET ? READERS : WRITERS));
            responses.addAPIResponse("401", OASFactory.createAPIResponse().description("Not Authorized"));
            responses.addAPIResponse("403", OASFactory.createAPIResponse().description("Not Allowed"));
        }
        if (operation.getRequestBody() != null && method != PathItem.HttpMethod.PATCH) {
            badRequest(operation);
        }
    }

    private static void badRequest(Operation operation) {
        operation
                .getResponses()
                .addAPIResponse("400", OASFactory.createAPIResponse().description("Bad Request"));
    }

    private static Schema sent(Operation create) {
        return create.getRequestBody().getContent().getMediaType(JSON).getSchema();
    }

    private static void example(Operation operation, String text) {
        var example = OASFactory.createExample().value(tree(text));
        operation
                .getRequestBody()
                .getContent()
                .getMediaTypes()
                .values()
                .forEach(it -> it.addExample("example", example));
    }

    private static void answer(Operation operation, String status, Described item) {
        if (status.equals("201")) {
            operation.getResponses().removeAPIResponse("200"); // what is assumed where nothing is said
        }
        var response = operation.getResponses().getAPIResponse(status);
        var shown =
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(item.schema()));
        operation
                .getResponses()
                .addAPIResponse(
                        status,
                        (response == null ? OASFactory.createAPIResponse().description("OK") : response)
                                .content(OASFactory.createContent().addMediaType(JSON, shown)));
    }

    private static Object tree(String example) {
        try {
            return MAPPER.readValue(example, Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
