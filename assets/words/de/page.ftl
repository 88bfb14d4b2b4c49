# German of src/words/page.rs: what stands only in the page and the text of a plan.

page-on_this_page = Auf dieser Seite
page-sideways = { $what }; wo es nicht hineinpasst, seitlich scrollen
# Cells of a text.
page-finding = { $title }. { $message }
page-titled = { $title } – { $hook }
page-marked = { $asks } ({ $mark })
