package org.yichuang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What an item asks for, as people bring it: papers to the window, files with what is sent from home. */
public final class RequiredMaterials {
    private static final byte[] PDF = "%PDF-1.4\n% a material\n".getBytes(StandardCharsets.US_ASCII);

    private final Network network;
    private final Map<String, List<String>> codes = new ConcurrentHashMap<>();

    RequiredMaterials(Network network) {
        this.network = network;
    }

    /** The application with what its item requires, on papers that a clerk has seen. */
    public Map<String, Object> onPaper(String tenant, Map<String, Object> application) {
        List<Map<String, Object>> papers = new ArrayList<>();
        for (String code : codes(tenant, application)) {
            papers.add(Map.of("code", code, "paper", true));
        }
        return with(papers, application);
    }

    /** The application with what its item requires, in files that whoever applies has uploaded. */
    public Map<String, Object> uploaded(Session applicant, String tenant, Map<String, Object> application) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (String code : codes(tenant, application)) {
            String file = applicant.file("/api/" + tenant + "/materials", code + ".pdf", "application/pdf", PDF)
                    .expect(201)
                    .text("file");
            files.add(Map.of("code", code, "file", file));
        }
        return with(files, application);
    }

    private static Map<String, Object> with(List<Map<String, Object>> materials, Map<String, Object> application) {
        Map<String, Object> whole = new HashMap<>(application);
        whole.put("materials", materials);
        return whole;
    }

    private List<String> codes(String tenant, Map<String, Object> application) {
        String item = application.get("item").toString();
        return codes.computeIfAbsent(tenant + "/" + item, key -> {
            List<String> required = new ArrayList<>();
            for (JsonNode material : network.anybody()
                    .get("/api/" + tenant + "/catalogue/items/" + item)
                    .expect(200)
                    .json()
                    .path("materials")) {
                if (material.path("required").asBoolean()) {
                    required.add(material.path("code").asText());
                }
            }
            return required;
        });
    }
}
