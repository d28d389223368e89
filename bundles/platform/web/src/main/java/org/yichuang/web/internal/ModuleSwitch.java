package org.yichuang.web.internal;

import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.web.api.HostedModule;
import org.yichuang.web.api.RequestHandler;

/** Whether the module that a path asks for is there, and switched on for the centre. */
final class ModuleSwitch {
    private final ModuleRegistry registry;

    ModuleSwitch(ModuleRegistry registry) {
        this.registry = registry;
    }

    /**
     * Returns the module.
     *
     * @throws ProblemException {@code module-off}, or {@code path-unknown} when no module ever described itself with
     *     the
     *     root
     */
    <S> HostedModule<S> require(RequestHandler<S> handler, Tenant tenant, String root) {
        String word = handler.descriptor(registry, root)
                .orElseThrow(DefaultRequestFilter::pathUnknown)
                .word();
        HostedModule<S> module = handler.modules().find(root).orElseThrow(() -> off(word));
        if (!registry.isOn(word, tenant)) {
            throw off(word);
        }
        return module;
    }

    /** Tells whether a module is switched on for a centre. */
    boolean isOn(String word, Tenant tenant) {
        return registry.isOn(word, tenant);
    }

    private static ProblemException off(String word) {
        return new ProblemException(
                CommonError.MODULE_OFF,
                LocalizedMessage.of(ModuleSwitch.class, "module-switch.module-switched-off-not-installed", word));
    }
}
