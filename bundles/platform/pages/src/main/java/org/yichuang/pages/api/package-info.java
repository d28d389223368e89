/** What a module needs to show pages: its pages, menu and panels, the call it answers, the components it shows. */
package org.yichuang.pages.api;
