package org.yichuang.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is said in applications about urban trees, and on which route it must land (the thresholds of 房山). */
public final class TreeApplications {
    private final Network network;
    private final String item;

    public TreeApplications(Network network, String item) {
        this.network = network;
        this.item = item;
    }

    public String item() {
        return item;
    }

    /** An application for moving trees. */
    public Map<String, Object> movingTrees(int trees) {
        return Map.of("operation", "move", "trees", trees, "diameter", 10);
    }

    /** An application for felling trees whose thickest trunk measures so many centimetres. */
    public Map<String, Object> fellingTrees(int trees, int diameter) {
        return Map.of("operation", "fell", "trees", trees, "diameter", diameter);
    }

    /** The values on both sides of each threshold. */
    public List<Expectation> boundaries() {
        List<Expectation> all = new ArrayList<>();
        all.add(new Expectation(movingTrees(1), "county"));
        all.add(new Expectation(movingTrees(49), "county"));
        all.add(new Expectation(movingTrees(50), "county-city"));
        all.add(new Expectation(movingTrees(500), "county-city"));
        all.add(new Expectation(fellingTrees(19, 29), "county"));
        all.add(new Expectation(fellingTrees(1, 30), "county-city"));
        all.add(new Expectation(fellingTrees(20, 10), "county-city"));
        all.add(new Expectation(fellingTrees(49, 29), "county-city"));
        all.add(new Expectation(fellingTrees(50, 10), "county-city-government"));
        all.add(new Expectation(fellingTrees(300, 90), "county-city-government"));
        return all;
    }

    /** Form data and the route that they must take. */
    public final class Expectation {
        private final Map<String, Object> form;
        private final String route;

        private Expectation(Map<String, Object> form, String route) {
            this.form = form;
            this.route = route;
        }

        /** Asks the catalogue, without handing anything in. */
        public void check() {
            Answer answer = network.anybody()
                    .post("/api/haiyang/catalogue/items/" + item + "/route", Map.of("form", form))
                    .expect(200);
            String found = answer.json().path("route").path("id").asText(answer.text("id"));
            if (!route.equals(found)) {
                throw new Deviation(form + " lands on " + found + ", not on " + route);
            }
        }

        public String zh() {
            return "申请内容 " + form + " 适用路径 " + route;
        }

        public String en() {
            return "takes the route " + route;
        }
    }
}
