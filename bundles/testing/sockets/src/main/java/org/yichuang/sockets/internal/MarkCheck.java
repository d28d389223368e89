package org.yichuang.sockets.internal;

import java.util.List;
import org.osgi.framework.BundleContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.shell.api.Finding;
import org.yichuang.shell.api.HealthCheckRegistrar;
import org.yichuang.shell.api.ModuleCheck;

/** Tells doctor how many marks there are. */
public final class MarkCheck extends ModuleCheck {
    private final Marks marks;

    MarkCheck(Marks marks) {
        super("sockets", DOCTOR);
        this.marks = marks;
    }

    /** Registers the check for as long as the module runs. */
    public static HealthCheckRegistrar registrar(BundleContext context, Marks marks) {
        return new HealthCheckRegistrar(context, List.of(new MarkCheck(marks)));
    }

    @Override
    protected List<Finding> look() {
        long many = marks.total();
        return List.of(Finding.ok(LocalizedMessage.of(MarkCheck.class, "marks", String.valueOf(many))));
    }
}
