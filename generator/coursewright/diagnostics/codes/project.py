"""CW06: the project."""

from ...words import marked as _
from .rule import NEAR, Rule, error, warning

RULES: dict[str, Rule] = {
    "CW0601": error(
        _("there is no course here: {missing} does not exist"),
        _("go to the folder that holds mkdocs.yml and content/, or start with “coursewright new”"),
    ),
    "CW0602": error(
        _("the setting “{key}” is made by coursewright and cannot be set here"),
        _("remove it; site_overrides/ and extra_css change how pages look"),
    ),
    "CW0603": error(_("unknown colour token “{key}”"), NEAR),
    "CW0604": error(_("“{found}” is not a colour"), _('write it as "#1B5A78", in quotation marks')),
    "CW0605": error(
        _("the plugin “coursewright” is not among the plugins"),
        _("write “plugins: [coursewright]”, so that mkdocs builds the course"),
    ),
    "CW0606": error(
        _("this page template cannot be filled: {problem}"),
        _("compare it with the engine's template of the same name"),
    ),
    "CW0607": error(_("the plugin “coursewright” has no option “{key}”"), NEAR),
    "CW0608": error(_("“{found}” does not build a site"), _("write mkdocs or zensical, or leave it out")),
    "CW0609": error(
        _("there is no file {found}"),
        NEAR,
        _("put the file there, or remove its name from mkdocs.yml"),
    ),
    "CW0610": error(
        _("the feature “{feature}” cannot be had: pages have only a part of the navigation"),
        _("remove it; further features are added to those that coursewright sets"),
    ),
    "CW0611": error(
        _("“{found}” is not the address of a site"),
        _("write it as https://training.example/course/, or leave it out"),
    ),
    "CW0612": warning(
        _("the setting “{key}” is none, and nothing comes of it"),
        NEAR,
        _("remove it; what templates of your own are to read stands under extra"),
    ),
    "CW0613": warning(
        _("nothing comes of the setting “{key}”: {reason}"),
        _("remove it"),
    ),
    "CW0614": warning(
        _("the theme has no feature “{key}”, and nothing comes of it"),
        NEAR,
        _("remove it"),
    ),
    "CW0615": error(
        _("“{found}” is no value for “{key}”"),
        NEAR,
        _("it is one of these: {known}"),
        _("leave it out, and coursewright sets it"),
    ),
    "CW0620": error(
        _("this asks another host when a page is shown: {found}"),
        _("keep the file in site_overrides/ and name it from there, or leave it out"),
    ),
    "CW0621": error(
        _("{builder} refuses what is set here: {problem}"),
        _("look it up in the builder's own guide, or leave it out"),
    ),
    "CW0630": error(
        _("nothing says where statements go"),
        _("write “endpoint”, or under “launch” which learning platforms may start the course"),
    ),
    "CW0631": warning(
        _("what goes to {found} can be read on its way, and a site on https cannot send there at all"),
        _("write https://, or let the host of the site pass it on: endpoint: /xapi/"),
    ),
    "CW0632": error(
        _("this is where a store takes statements, not the store's own address"),
        _("write {proper}, and coursewright adds “statements”"),
    ),
}
