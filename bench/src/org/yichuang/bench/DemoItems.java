package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds in the public catalogue the items that the journeys need, by what their guides say. */
public final class DemoItems {
    private final Network network;

    public DemoItems(Network network) {
        this.network = network;
    }

    /** An item that the county pre-reviews and the city decides, whatever the application says. */
    public String reviewedByCountyDecidedByCity(String centre) {
        return code(centre, guide -> stages(guide).equals("ACCEPT@COUNTY PRE_REVIEW@COUNTY DECIDE@CITY"));
    }

    /** An item that the county decides by itself. */
    public String decidedByCounty(String centre) {
        return code(centre, guide -> stages(guide).equals("ACCEPT@COUNTY DECIDE@COUNTY"));
    }

    /** An item that a township accepts and the county decides. */
    public String acceptedByTownshipDecidedByCounty(String centre) {
        return code(centre, guide -> stages(guide).equals("ACCEPT@TOWNSHIP DECIDE@COUNTY"));
    }

    /** An item that a township accepts, the county pre-reviews and the city decides. */
    public String acceptedByTownshipDecidedByCity(String centre) {
        return code(centre, guide -> stages(guide).equals("ACCEPT@TOWNSHIP PRE_REVIEW@COUNTY DECIDE@CITY"));
    }

    /** The item on felling and moving urban trees. */
    public String trees(String centre) {
        return code(centre, guide -> guide.path("routes").size() == 3 && guide.path("name").asText().contains("树"));
    }

    /** All items that a centre offers, in short. */
    public List<JsonNode> offered(String centre) {
        List<JsonNode> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = network.anybody()
                    .get("/api/" + centre + "/catalogue/items?limit=50&cursor=" + cursor)
                    .expect(200).json();
            page.path("items").forEach(found::add);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return found;
    }

    private String code(String centre, Predicate<JsonNode> fits) {
        for (JsonNode item : offered(centre)) {
            String code = item.path("code").asText();
            JsonNode guide = network.anybody().get("/api/" + centre + "/catalogue/items/" + code).expect(200).json();
            if (fits.test(guide)) {
                return code;
            }
        }
        throw new Deviation("The catalogue of " + centre + " has no such item");
    }

    private static String stages(JsonNode guide) {
        if (guide.path("routes").size() != 1 || asksForData(guide)) {
            return "";
        }
        List<String> words = new ArrayList<>();
        guide.path("routes").path(0).path("stages").forEach(stage ->
                words.add(stage.path("action").asText() + "@" + stage.path("level").asText().toUpperCase(Locale.ROOT)));
        return String.join(" ", words);
    }

    private static boolean asksForData(JsonNode guide) {
        for (JsonNode field : guide.path("form")) {
            if (field.path("required").asBoolean()) {
                return true;
            }
        }
        return false;
    }
}
