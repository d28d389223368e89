package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A case at one centre, and what is done with it there. */
public final class CaseAt {
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(180);

    private final Network network;
    private final String tenant;
    private final String number;

    public CaseAt(Network network, String tenant, String number) {
        this.network = network;
        this.tenant = tenant;
        this.number = number;
    }

    /** Hands an application in, with what its item requires, and returns the case that it became. */
    public static CaseAt submitted(Network network, String tenant, String role, Map<String, Object> application) {
        Session session = network.as(tenant, role);
        Map<String, Object> whole = role.equals("clerk")
                ? network.materials().onPaper(tenant, application)
                : network.materials().uploaded(session, tenant, application);
        Answer answer = session.command("/api/" + tenant + "/cases", whole).expect(201);
        String number = answer.text("number");
        String location = "/api/" + tenant + "/cases/" + number;
        if (!answer.header("Location").endsWith(location)) {
            throw new Deviation("Location is '" + answer.header("Location") + "', not …" + location);
        }
        return new CaseAt(network, tenant, number);
    }

    /** An application for an item without anything but what must be said. */
    public static Map<String, Object> application(String item, Map<String, Object> applicant, Map<String, Object> form) {
        return Map.of("item", item, "applicant", applicant, "form", form, "materials", java.util.List.of());
    }

    public String tenant() {
        return tenant;
    }

    public String number() {
        return number;
    }

    /** Its path below the host. */
    public String path() {
        return "/api/" + tenant + "/cases/" + number;
    }

    /** One who holds the role here does a step, which must be taken. */
    public JsonNode act(String role, String step, Map<String, ?> body) {
        return network.as(tenant, role).command(path() + "/" + step, body).expect(200).json();
    }

    /** How the clerk sees it now. */
    public JsonNode view() {
        return network.as(tenant, "clerk").get(path()).expect(200).json();
    }

    /** The clocks, as the clerk sees them. */
    public JsonNode deadlines() {
        return network.as(tenant, "clerk").get(path() + "/deadlines").expect(200).json().path("items");
    }

    /** What has been issued about it, the decision of a centre above included. */
    public JsonNode documents() {
        return network.as(tenant, "clerk").get(path() + "/documents").expect(200).json().path("items");
    }

    /** Waits until it is in a state, as what comes from another centre takes a moment. */
    public JsonNode awaits(String state) {
        return awaits("state " + state, view -> view.path("state").asText().equals(state));
    }

    /** Waits until something holds. */
    public JsonNode awaits(String what, Predicate<JsonNode> holds) {
        long end = System.nanoTime() + PATIENCE;
        JsonNode view = view();
        while (!holds.test(view)) {
            if (System.nanoTime() > end) {
                throw new Deviation(path() + " did not come to " + what + ": " + view);
            }
            pause();
            view = view();
        }
        return view;
    }

    /** Finds the case that this one became at the centre above. */
    public CaseAt above(String centre) {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            String cursor = "";
            do {
                JsonNode page = network.as(centre, "clerk")
                        .get("/api/" + centre + "/cases?limit=100&cursor=" + cursor + "&q=" + applicantWord())
                        .expect(200).json();
                for (JsonNode row : page.path("items")) {
                    CaseAt found = new CaseAt(network, centre, row.path("number").asText());
                    if (row.path("lowerCentre").asText().equals(tenant) && found.comesFrom(number)) {
                        return found;
                    }
                }
                cursor = page.path("next").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));
            pause();
        }
        throw new Deviation(path() + " did not arrive at " + centre);
    }

    private boolean comesFrom(String lower) {
        return view().path("lower").path("number").asText().equals(lower);
    }

    private String applicantWord() {
        return java.net.URLEncoder.encode(
                view().path("applicant").path("name").asText(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
