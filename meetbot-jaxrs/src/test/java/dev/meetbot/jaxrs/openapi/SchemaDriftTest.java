package dev.meetbot.jaxrs.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.meetbot.contract.OpenApi;
import dev.meetbot.contract.YamlFile;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.annotation.JsonbNillable;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The records that are written as JSON against the document's schemas, component by component. */
class SchemaDriftTest {
  /** Where the schema is not called as the record is (less {@code Dto}). */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("ApiKeyDto.Many", "ApiKeyList"),
          Map.entry("CompositionDto", "CompositionAnswer"),
          Map.entry("CreditDto.Entry", "LedgerEntry"),
          Map.entry("DeliveryDto.Attempt", "DeliveryAttempt"),
          Map.entry("HealthDto.Alive", "Alive"),
          Map.entry("HostDto", "HostView"),
          Map.entry("HostDto.Bots", "HostView/properties/bots"),
          Map.entry("HostDto.Node", "HostView/properties/nodes/items"),
          Map.entry("HostDto.Queue", "HostView/properties/queue"),
          Map.entry("IdentityDto.ListDto", "IdentityList"),
          Map.entry("IngestDto", "IngestAnswer"),
          Map.entry("IngestDto.State", "IngestedJob"),
          Map.entry("IntakeDto", "CalendarAnswer"),
          Map.entry("IntakeDto.Item", "CalendarItem"),
          Map.entry("JobDto.StatusDto", "StatusEntry"),
          Map.entry("JobListDto", "JobPage"),
          Map.entry("LoginDto.Begun", "DeviceLogin"),
          Map.entry("LoginDto.Complete", "DeviceLoginComplete"),
          // also what a decision is answered with
          Map.entry("LoginDto.Status", "DeviceLoginPending"),
          Map.entry("TenantDto.Made", "NewTenant"),
          Map.entry("TenantDto.Many", "TenantPage"),
          Map.entry("TestDeliveryDto", "WebhookTestAnswer"),
          Map.entry("VerbDto", "VerbAnswer"),
          Map.entry("WorkerJobDto.CommandDto", "WorkerCommand"),
          Map.entry("WorkerJobDto.ListDto", "WorkerJobList"),
          Map.entry("WebhookSecretDto", "SecretRotation"));

  private static final OpenApi DOCUMENT =
      new OpenApi(YamlFile.read(new String(Resources.own("openapi.yaml"), StandardCharsets.UTF_8)));

  static Stream<Class<?>> wireRecords() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.meetbot.jaxrs.dto")
            .stream()
            .map(JavaClass::reflect)
            .filter(Class::isRecord)
            .sorted(Comparator.comparing(Class::getName));
  }

  private static JsonObject schema(Class<?> type) {
    String full = type.getCanonicalName().substring("dev.meetbot.jaxrs.dto.".length());
    String name = NAMES.getOrDefault(full, type.getSimpleName().replaceFirst("Dto$", ""));
    return DOCUMENT.at("#/components/schemas/" + name).asJsonObject();
  }

  @ParameterizedTest
  @MethodSource("wireRecords")
  void theRecordHasTheSchemasProperties(Class<?> type) {
    JsonObject properties = schema(type).getJsonObject("properties");
    Set<String> written =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(written).isEqualTo(new TreeSet<>(properties.keySet()));
  }

  @ParameterizedTest
  @MethodSource("wireRecords")
  void thePropertiesHaveTheComponentsTypes(Class<?> type) {
    JsonObject schema = schema(type);
    JsonbNillable nillable = type.getAnnotation(JsonbNillable.class);
    boolean nullsAreLeftOut = nillable != null && !nillable.value();
    Map<String, String> expected = new TreeMap<>();
    Map<String, String> found = new TreeMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      boolean nullable = isNullable(component.getAnnotatedType());
      boolean absent = nullable && nullsAreLeftOut && !writesNull(component);
      String required = absent ? " or absent" : "";
      expected.put(
          name, jsonType(component.getType()) + (nullable && !absent ? "|null" : "") + required);
      JsonObject property = schema.getJsonObject("properties").getJsonObject(name);
      found.put(name, schemaType(property) + (isRequired(schema, name) ? "" : " or absent"));
    }
    assertThat(found).isEqualTo(expected);
  }

  private static boolean writesNull(RecordComponent component) {
    JsonbNillable own = component.getAccessor().getAnnotation(JsonbNillable.class);
    return own != null && own.value();
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static boolean isRequired(JsonObject schema, String name) {
    JsonArray required = schema.getJsonArray("required");
    return required != null
        && required.getValuesAs(JsonString.class).stream()
            .anyMatch(r -> r.getString().equals(name));
  }

  private static String jsonType(Class<?> type) {
    if (type == String.class) {
      return "string";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "integer";
    }
    if (type == double.class || type == Double.class) {
      return "number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "boolean";
    }
    return List.class.isAssignableFrom(type) || type == JsonArray.class ? "array" : "object";
  }

  /** The type that a schema allows, with {@code |null} when it allows that too. */
  private static String schemaType(JsonObject property) {
    JsonObject schema = DOCUMENT.resolve(property);
    if (schema.containsKey("oneOf")) {
      return schema.getJsonArray("oneOf").getValuesAs(JsonObject.class).stream()
          .map(SchemaDriftTest::schemaType)
          .collect(Collectors.joining("|"));
    }
    JsonValue type = schema.get("type");
    if (type instanceof JsonArray types) {
      return types.getValuesAs(JsonString.class).stream()
          .map(JsonString::getString)
          .collect(Collectors.joining("|"));
    }
    return ((JsonString) type).getString();
  }
}
