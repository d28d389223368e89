package org.yichuang.console.internal.view;

import java.util.List;
import org.yichuang.tenancy.api.Tenant;

/**
 * A centre in the tree.
 *
 * @param centre the centre
 * @param depth how far below the root
 * @param modules the modules that are switched on
 */
public record CentreRow(Tenant centre, int depth, List<String> modules) {}
