/** What a module needs to show pages: its pages, menu and panels, the call it answers, the components it shows. */
@Version("6.4.0")
package org.yichuang.pages.api;

import org.osgi.annotation.versioning.Version;
