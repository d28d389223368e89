package org.yichuang.cases.api;

import java.util.Map;
import javax.validation.constraints.Size;

/**
 * That an application is accepted and granted on the spot (R1-10).
 *
 * @param remark of the acceptance, may be absent
 * @param opinion of the decision, may be absent
 * @param facts what gates want to know of the decision; absent means none
 */
public record OnTheSpotRequest(
        @Size(max = 500) String remark, @Size(max = 2000) String opinion, @Size(max = 10) Map<String, String> facts) {
    public OnTheSpotRequest {
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }
}
