package org.yichuang.cases.api;

import java.util.List;
import java.util.Set;
import org.yichuang.journal.api.UnitOfWork;

/**
 * SPI, whiteboard: asked inside of the transaction whether somebody may give a command, once the state of the case
 * allows it and before it takes effect. All gates must let it pass. A centre that has the gate's module switched off,
 * and one where no gate is installed, lets pass whom their permissions allow: the authority is then {@link #ROLE}. A
 * gate that fails with anything but an answer holds the command up.
 *
 * <p>Once a module's gate (or its {@link CompletionGate}) has been there at a centre, the commands in which it has a
 * say are refused with {@link CaseError#GATE_AWAY} while the module is on and its gates are not there; what the law or
 * another centre does goes on. Beside the authority of all other commands stands {@link #AWAY} with the word of each
 * module that is on and not installed.
 */
public interface CommandGate {
    /** The authority of those for whom no gate has vouched: their role. */
    String ROLE = "role";

    /** Before the word of a module that is on and not there: nobody knows what its gates would have said. */
    String AWAY = "away:";

    /** The module to which the gate belongs, e.g. {@code windows}: it is asked where that is switched on. */
    String module();

    /** The commands about which it is asked. */
    Set<GatedCommand> commands();

    /**
     * What it wants to know of a case besides what the command carries, e.g. the reference of minutes with {@code
     * DECIDE}: asked for those commands that take facts ({@link GatedCommand#takesFacts}). The form of the command has
     * a field for each; a request says them in its {@code facts}, each a line of at most 200 characters. What no gate
     * declares is refused, and so is a command without one that is required ({@code fields-invalid}, {@code
     * facts.<name>}); all that is said is journaled with the command. Cheap, and a matter of the case alone.
     */
    default List<GateFact> facts(GatedCommand command, CaseSnapshot before) {
        return List.of();
    }

    /**
     * Answers. It may read through the unit, other modules by their ports that take one ({@link Cases}, {@code
     * Catalogue}), and write what is to be kept together with the command; what it writes before it refuses is not
     * kept, but for the event of the refusal ({@link GateAnswer.Refused}). It opens no transaction.
     */
    GateAnswer check(GateQuestion question, UnitOfWork unit);
}
