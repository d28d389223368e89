package org.yichuang.shell.internal.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.blueprint.container.BlueprintEvent;
import org.osgi.service.blueprint.container.BlueprintListener;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.ModuleCheck;

/**
 * Are all bundles up, with everything that their wiring files make? A container that waits for a service (of a
 * schema that
 * is not migrated, of a database that is late) says for which.
 */
public class ContainerStates extends ModuleCheck implements BlueprintListener {
    private static final String OURS = "org.yichuang.";
    private static final String BOOTED = "org.apache.karaf.features.BootFinished";

    private final BundleContext context;
    private final Map<Long, BlueprintEvent> last = new ConcurrentHashMap<>();

    public ContainerStates(BundleContext context) {
        super("bundles", READY, DOCTOR);
        this.context = context;
    }

    @Override
    public void blueprintEvent(BlueprintEvent event) {
        last.put(event.getBundle().getBundleId(), event);
    }

    @Override
    protected List<Finding> look() {
        if (context.getServiceReference(BOOTED) == null) {
            return List.of(Finding.notYet(LocalizedMessage.of(ContainerStates.class, "container-states.starting")));
        }
        SortedMap<String, String> waiting = new ConcurrentSkipListMap<>();
        int up = 0;
        for (Bundle bundle : context.getBundles()) {
            if (bundle.getSymbolicName() != null && bundle.getSymbolicName().startsWith(OURS)) {
                String word = bundle.getSymbolicName().substring(OURS.length());
                String state = state(bundle);
                if (state.isEmpty()) {
                    up++;
                } else {
                    waiting.put(word, state);
                }
            }
        }
        if (waiting.isEmpty()) {
            return List.of(Finding.ok(LocalizedMessage.of(ContainerStates.class, "container-states.all-up", up)));
        }
        List<Finding> findings = new ArrayList<>();
        waiting.forEach((word, state) -> findings.add(Finding.fail(
                LocalizedMessage.of(ContainerStates.class, "container-states.not-up", word, state),
                LocalizedMessage.of(ContainerStates.class, "container-states.check-database-log-bundle-diag", word))));
        return findings;
    }

    /** Empty when all is well. */
    private String state(Bundle bundle) {
        if (bundle.getState() != Bundle.ACTIVE) {
            return bundle.getState() == Bundle.RESOLVED ? "stopped" : "not started";
        }
        BlueprintEvent event = last.get(bundle.getBundleId());
        if (event == null) {
            return bundle.findEntries("OSGI-INF/blueprint", "*.xml", false) == null ? "" : "not begun";
        }
        return switch (event.getType()) {
            case BlueprintEvent.CREATED -> "";
            case BlueprintEvent.FAILURE -> "failed" + dependencies(event);
            case BlueprintEvent.GRACE_PERIOD, BlueprintEvent.WAITING -> "waits for" + dependencies(event);
            default -> "being made or ended";
        };
    }

    private static String dependencies(BlueprintEvent event) {
        return event.getDependencies() == null
                ? ""
                : List.of(event.getDependencies()).stream().collect(Collectors.joining(", ", " ", ""));
    }
}
