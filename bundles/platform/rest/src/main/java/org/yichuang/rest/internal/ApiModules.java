package org.yichuang.rest.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.rest.api.RestModule;
import org.yichuang.web.api.ModuleAdapter;
import org.yichuang.web.api.ModuleHost;
import org.yichuang.web.api.ModuleHosts;
import org.yichuang.web.api.ModuleParts;
import org.yichuang.web.api.RefusalRecorder;

/** The modules of the API, and what their servers are made of. */
final class ApiModules implements ModuleAdapter<RestModule, ApiModule> {
    private final ObjectMapper json;
    private final Validation validation;
    private final RefusalRecorder refusals;
    private volatile ModuleHost<RestModule, ApiModule> host;

    ApiModules(ObjectMapper json, Validation validation, RefusalRecorder refusals) {
        this.json = json;
        this.validation = validation;
        this.refusals = refusals;
    }

    /** Begins to follow the modules. */
    void open(ModuleHosts hosts) {
        host = hosts.open(RestModule.class, this);
    }

    /** Lets all modules go. */
    void close() {
        ModuleHost<RestModule, ApiModule> leaving = host;
        host = null;
        if (leaving != null) {
            leaving.close();
        }
    }

    /**
     * The modules that are there.
     *
     * @throws ProblemException {@code unavailable} when nobody builds their servers at the moment
     */
    ModuleHost<RestModule, ApiModule> host() {
        ModuleHost<RestModule, ApiModule> present = host;
        if (present == null) {
            throw new ProblemException(CommonError.UNAVAILABLE, LocalizedMessage.of(ApiModules.class, "unavailable"));
        }
        return present;
    }

    /** The words of the modules that are there. */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        host().all().forEach(module -> words.add(module.word()));
        return words;
    }

    @Override
    public ApiModule read(RestModule module) {
        return ApiModule.of(module);
    }

    @Override
    public ModuleParts parts(ApiModule module) {
        List<Object> providers = List.of(
                new JsonBodies(json),
                new ParameterConverters(Json.parameterMapper()),
                new CallContextProvider(),
                new OriginProvider(),
                new ProblemMapper(refusals, module.operations()),
                new AccessFilter(module.operations()));
        return new ModuleParts(
                module.word(),
                module.roots(),
                module.resources(),
                providers,
                new ParameterValidation(module.operations(), validation));
    }
}
