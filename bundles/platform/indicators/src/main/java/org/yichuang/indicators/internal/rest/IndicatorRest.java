package org.yichuang.indicators.internal.rest;

import java.util.List;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.internal.IndicatorsDescriptor;
import org.yichuang.rest.api.RestModule;

/** What the indicators give to the REST door. */
public class IndicatorRest implements RestModule {
    private final IndicatorResource resource;

    public IndicatorRest(Indicators indicators) {
        resource = new IndicatorResource(indicators);
    }

    @Override
    public String module() {
        return "indicators";
    }

    @Override
    public List<String> roots() {
        return new IndicatorsDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return List.of(resource);
    }
}
