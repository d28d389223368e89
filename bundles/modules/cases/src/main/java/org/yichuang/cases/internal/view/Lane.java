package org.yichuang.cases.internal.view;

import java.util.List;
import org.yichuang.cases.api.CaseService.CaseSummary;
import org.yichuang.cases.api.CaseState;

/**
 * Cases in one state, as the workbench shows them.
 *
 * @param state the state
 * @param items the first of them
 * @param more whether there are more
 */
public record Lane(CaseState state, List<CaseSummary> items, boolean more) {}
