package org.yichuang.cases.api;

import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;

/**
 * SPI, whiteboard: asked inside of the transaction whether somebody may give a command, once the state of the case
 * allows
 * it and before it takes effect. All gates must let it pass. A centre that has the gate's module switched off, and one
 * where no gate is installed, lets pass whom their permissions allow: the authority is then {@link #ROLE}. A gate that
 * fails with anything but an answer holds the command up.
 */
public interface CommandGate {
    /** The authority of those for whom no gate has vouched: their role. */
    String ROLE = "role";

    /** The module to which the gate belongs, e.g. {@code windows}: it is asked where that is switched on. */
    String module();

    /** The commands about which it is asked. */
    Set<GatedCommand> commands();

    /**
     * Answers. It may read through the unit, and write what is to be kept together with the command.
     *
     * @param before the case as it stands
     * @param context who gives the command, and when
     */
    GateAnswer check(GatedCommand command, CaseSnapshot before, CallContext context, UnitOfWork unit);
}
