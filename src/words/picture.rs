//! What is said of pictures of a plan, and of plans that came inside a document.

say! {
    no_lane = "That lane is not in the plan as this reader sees it.";
    no_lane_hint = "Choose another lane, or the whole board.";
    in_document_not_shared = "This plan came inside a document. It holds what the document’s reader was to see, and nothing else. Statuses, evidence and fees were not shared with you, so nothing is said to be due and rules that rest on them are listed as not checked. It has no file of its own yet.";
    in_document = "This plan came inside a document. It holds what the document’s reader was to see, and nothing else. It has no file of its own yet.";
    no_plan_inside(what) = "There is no plan inside this {what}.";
    no_plan_inside_hint = "It may have been shared without the plan, or another program has saved it since. Open the .moments file it was made from.";
    damaged_plan_inside(what) = "The plan inside this {what} is damaged: a part of it is missing or was changed.";
    damaged_plan_inside_hint = "Open an earlier copy of the file, or the .moments file it was made from.";
    newer_plan_inside(what) = "The plan inside this {what} was put there by a newer version of Momentboard.";
    newer_plan_inside_hint = "Update Momentboard, or open the .moments file it was made from.";
    broken_plan_inside(what, cause) = "The plan inside this {what} cannot be read. {cause}";
    needs_out(file) = "{file} is a document with a plan inside. A plan is never written over it.";
    needs_out_hint = "Save the plan as a file of its own first: open the document in the window and save it, or name one with -o.";
    pdf = "PDF";
    presentation = "presentation";
    page = "web page";
}
