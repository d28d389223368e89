package org.yichuang.catalogue.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.CatalogueEvent;
import org.yichuang.catalogue.api.Certificate;
import org.yichuang.catalogue.api.Examination;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.Handling;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Prerequisite;
import org.yichuang.catalogue.api.Route;
import org.yichuang.catalogue.internal.domain.joint.BundleDraft;
import org.yichuang.catalogue.internal.domain.round.RoundItems;
import org.yichuang.catalogue.internal.domain.round.RoundTotals;
import org.yichuang.catalogue.internal.domain.submission.RoadSteps;
import org.yichuang.catalogue.internal.domain.submission.SubmissionLetter;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;

/** The JSON of definitions in columns and in cells of files. The same definition always gives the same text. */
public final class CatalogueJson {
    private static final TypeReference<List<FormField>> FORM = new TypeReference<>() {};
    private static final TypeReference<List<BundleDraft>> BUNDLES = new TypeReference<>() {};
    private static final TypeReference<List<Route>> ROUTES = new TypeReference<>() {};
    private static final TypeReference<List<Material>> MATERIALS = new TypeReference<>() {};
    private static final List<String> PARTS_OF_MATERIALS =
            List.of("code", "name", "required", "form", "copies", "note");
    private static final JsonMapper MAPPER = mapper();
    /** Whose trees keep numbers as they are written. */
    private static final JsonMapper EXACT = MAPPER.rebuild()
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonMapper LENIENT = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private CatalogueJson() {}

    private static JsonMapper mapper() {
        SimpleModule levels = new SimpleModule("levels");
        levels.addSerializer(Level.class, new LevelWriter());
        levels.addDeserializer(Level.class, new LevelReader());
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNumberLength(100).build())
                .build();
        return JsonMapper.builder(factory)
                .addModule(levels)
                .addMixIn(ItemDefinition.class, Sorted.class)
                .addMixIn(FormField.class, SeldomPersonal.class)
                .visibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Writes a definition. */
    public static String write(ItemDefinition definition) {
        return text(definition);
    }

    /** Reads a definition that was written here. */
    public static ItemDefinition definition(String json) {
        return kept(json, ItemDefinition.class);
    }

    /** Reads bundles as somebody wrote them; the failure's message names the place. */
    public static List<BundleDraft> bundles(String json) throws JsonProcessingException {
        return withoutNull(MAPPER.readValue(json, BUNDLES));
    }

    /** Writes the data of an event. */
    public static String write(CatalogueEvent event) {
        return text(event);
    }

    /** Writes a report. */
    public static String write(ImportReport report) {
        return text(report);
    }

    /** Reads a report that was written here. */
    public static ImportReport report(String json) {
        return kept(json, ImportReport.class);
    }

    /** Writes what a round adds up to. */
    public static String write(RoundTotals totals) {
        return text(totals);
    }

    /** Reads what was written here. */
    public static RoundTotals roundTotals(String json) {
        return kept(json, RoundTotals.class);
    }

    /** Writes items of a round. */
    public static String write(RoundItems items) {
        return text(items);
    }

    /** Reads what was written here. */
    public static RoundItems roundItems(String json) {
        return kept(json, RoundItems.class);
    }

    /** Writes what was said of a draft on its road. */
    public static String write(RoadSteps steps) {
        return text(steps);
    }

    /** Reads what was written here. */
    public static RoadSteps roadSteps(String json) {
        return kept(json, RoadSteps.class);
    }

    /** Writes a letter about drafts. */
    public static String write(SubmissionLetter letter) {
        return text(letter);
    }

    /** Reads a letter as another centre wrote it; what this version does not know of it is passed over. */
    public static SubmissionLetter letter(String json) throws JsonProcessingException {
        SubmissionLetter letter = LENIENT.readValue(json, SubmissionLetter.class);
        if (letter == null) {
            throw new JsonMappingException(null, "null is no letter");
        }
        return letter;
    }

    /**
     * The definition with other texts and another promise.
     *
     * @param texts by the names of the fields
     * @param promised or null where it stays
     */
    public static ItemDefinition changed(ItemDefinition definition, Map<String, String> texts, Limit promised) {
        ObjectNode tree = EXACT.valueToTree(definition);
        texts.forEach(tree::put);
        if (promised != null) {
            tree.set("promisedLimit", EXACT.valueToTree(promised));
        }
        return EXACT.convertValue(tree, ItemDefinition.class);
    }

    /** Reads the fields of a form as an editor wrote them; the failure's message names the place. */
    public static List<FormField> form(String json) throws JsonProcessingException {
        return withoutNull(MAPPER.readValue(json, FORM));
    }

    /** Reads routes as an editor wrote them; the failure's message names the place. */
    public static List<Route> routes(String json) throws JsonProcessingException {
        return withoutNull(MAPPER.readValue(json, ROUTES));
    }

    /** Reads materials as they were written here, with all that each has; the failure's message names the place. */
    public static List<Material> materials(String json) throws JsonProcessingException {
        JsonNode read = MAPPER.readTree(json);
        for (JsonNode material : read) {
            for (String part : PARTS_OF_MATERIALS) {
                if (!material.hasNonNull(part)) {
                    throw new JsonMappingException(null, part + " is missing");
                }
            }
        }
        return withoutNull(MAPPER.readValue(json, MATERIALS));
    }

    /** Writes materials, the fields of a form, or routes, as they stand in a cell of a file. */
    public static String cell(List<?> parts) {
        return text(parts);
    }

    /** Writes what a grant leads to, as it stands in a cell of a file. */
    public static String cell(Certificate certificate) {
        return text(certificate);
    }

    /** Reads what a grant leads to; the failure's message names the place. */
    public static Certificate certificate(String json) throws JsonProcessingException {
        JsonNode read = MAPPER.readTree(json);
        if (!read.hasNonNull("kind") || !read.hasNonNull("renewalDays")) {
            throw new JsonMappingException(null, "kind and renewalDays are needed");
        }
        return MAPPER.treeToValue(read, Certificate.class);
    }

    private static <T> List<T> withoutNull(List<T> list) throws JsonMappingException {
        if (list == null || list.contains(null)) {
            throw new JsonMappingException(null, "null is not allowed here");
        }
        return list;
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON cannot carry " + value.getClass(), e);
        }
    }

    private static <T> T kept(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A kept " + type.getSimpleName() + " cannot be read", e);
        }
    }

    /** The levels in order: a set has none, and the digest of a definition must not depend on chance. */
    private interface Sorted {
        @JsonSerialize(using = LevelsWriter.class)
        Set<Level> acceptanceLevels();

        /** Definitions of before have the text, and so the digest, that they had. */
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean reconsiderationFirst();

        /** The same. */
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<String> aliases();

        /** The same. */
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Prerequisite> prerequisites();

        /** The same. */
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Usual.class)
        Examination examination();

        /** The same. */
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Usual.class)
        Certificate certificate();

        /** The same. */
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = Usual.class)
        Handling handling();
    }

    /** Equals what is not written, as Jackson asks its filters. */
    private static final class Usual {
        private static final Set<Object> USUAL = Set.of(Examination.NONE, Certificate.NONE, Handling.USUAL);

        @Override
        public boolean equals(Object value) {
            return value == null || USUAL.contains(value);
        }

        @Override
        public int hashCode() {
            return 0;
        }
    }

    /** The same. */
    private interface SeldomPersonal {
        @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean personal();
    }

    private static final class LevelsWriter extends JsonSerializer<Set<Level>> {
        @Override
        public void serialize(Set<Level> levels, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            for (Level level : new TreeSet<>(levels)) {
                out.writeString(level.key());
            }
            out.writeEndArray();
        }
    }

    private static final class LevelWriter extends JsonSerializer<Level> {
        @Override
        public void serialize(Level level, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(level.key());
        }
    }

    private static final class LevelReader extends JsonDeserializer<Level> {
        @Override
        public Level deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String word = in.getValueAsString("");
            return Level.parse(word).orElseThrow(() -> context.weirdStringException(word, Level.class, "not a level"));
        }
    }
}
