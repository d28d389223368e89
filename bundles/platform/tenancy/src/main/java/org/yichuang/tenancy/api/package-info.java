/** Tenants from configuration, the tree of centres, module switches, working calendars, the clock. */
package org.yichuang.tenancy.api;
