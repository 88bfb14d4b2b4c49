# German of src/words/steps.rs: names of undo steps, and what is said when a change cannot be made.

steps-gone_moment = Dieser Moment ist nicht mehr im Plan.
steps-gone_lane = Diese Spur ist nicht mehr im Plan.
steps-gone_creator = Dieser Creator ist nicht mehr im Plan.
steps-gone_brand = Diese Marke ist nicht mehr im Plan.
steps-gone_product = Dieses Produkt ist nicht mehr im Plan.
steps-gone_picture = Dieses Bild ist nicht mehr im Plan.
steps-picture_in_use = { $name } gehört noch zu einem Moment.
steps-lane_needs_creator = Zur Spur eines Creators gehört ein Creator. Er ist zuerst auszuwählen.
steps-lane_takes_no_creator = Nur die Spur eines Creators hat einen Creator.
steps-time_needs_day = Zur Uhrzeit gehört ein Tag. Der Tag ist zuerst zu setzen.
steps-gone_acceptance = Dieses bewusst in Kauf genommene Risiko ist nicht mehr im Plan.
steps-id_taken = Etwas im Plan hat schon die ID „{ $id }“.
steps-creator_in_use = { $name } hat noch eine Spur. Erst ist die Spur zu löschen.
steps-brand_in_use = { $name } gehört noch zu einer Spur oder ist die einzige Marke.
steps-product_in_use = { $name } kommt noch in einem Moment vor.
# The field stands after the colon, so that it needs no case.
steps-step_edit = „{ $title }“ ändern: { $field }
steps-step_move = „{ $title }“ verschieben
steps-step_add = „{ $title }“ hinzufügen
steps-step_delete = „{ $title }“ löschen
steps-step_park = „{ $title }“ bei den Ideen parken
steps-step_unpark = „{ $title }“ aufs Board holen
steps-step_fix = Lösung: { $title }
steps-step_campaign = Kampagne ändern: { $field }
steps-step_add_lane = Spur für { $name } hinzufügen
steps-step_lane = Spur von { $name } ändern: { $field }
steps-step_creator = { $name } ändern: { $field }
steps-untitled = Ohne Titel
steps-too_many_notes = Eine Spur fasst höchstens { $most } Notizen.
