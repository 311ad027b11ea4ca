/** What people write, to be known again. */

/** Three texts of one author, of about 2,000 characters each. */
export const texts = {
	ferry: `The ferry to the outer island leaves at six in the morning, when the harbour is still grey and the gulls have not yet decided whether the day is worth their while. I have taken it every Thursday for eleven years. The captain knows which of us will want coffee and which of us will want to be left alone, and he has never been wrong about either. On the way out he keeps close to the southern shore, because the current there runs with us for the first hour, and then he turns across the sound where the water changes colour from slate to something nearer to bottle glass.

There are usually nine passengers. Two of them teach at the school, one repairs the radio mast, and one, a woman with a canvas bag, has never told anybody what she does. In winter the crossing takes longer, since ice forms along the breakwater and the crew must clear it with poles before the ramp can be lowered. Nobody complains. You learn to bring a book, and you learn not to read it, because the light on the waves is better than anything that I ever carried aboard.

What I like most is the moment at which the island stops being a line and becomes a place. First the church appears, then the three chimneys of the cannery, then the row of painted boathouses, and finally somebody who walks a dog along the pier. The dog barks at us. It has barked at us since it was a puppy, and I am told that on the days when the boat does not run it sits at the end of the pier and waits, which is more than can be said for the mayor.

When the council announced that a bridge would be built, I expected anger. Instead there was a long silence at the meeting, and then the captain asked who would feed the dog. It is the only question that was ever written into the minutes in red ink, and so far nobody at the ministry has found an answer to it. The bridge has been postponed twice. We still leave at six, and the gulls still make up their minds somewhere beyond the second buoy.`,

	sourdough: `My first loaf could have been used to hold a door open in a storm. I had followed a recipe from the back of a flour packet, and the recipe assumed that whoever read it already knew what dough ought to feel like under the palm. I did not. I kneaded for twenty minutes by the clock, waited for two hours by the clock, and baked it at the temperature that was printed there, and what came out had the weight and the charm of a paving stone.

It took me a winter to understand that bread does not look at clocks. A starter that doubles in four hours in July wants nine in January, and a kitchen with a stone floor wants longer still. So I stopped measuring time and began to measure the dough itself: I cut a strip of tape, stuck it to the side of a glass jar, and marked where the surface had stood when I went to bed. If it had climbed a third of the way to the rim by breakfast, I shaped it. If it had not, I made porridge.

Flour matters less than people say and water matters more. Our tap gives something hard and faintly chalky, which the yeast seems to enjoy, while the spring behind my sister's house makes a slack and sulky dough that spreads over the tray like a cat in the sun. Salt I add late, by hand, after the first fold, because I once forgot it and the household has not let me forget that since.

Last month a neighbour asked me for the recipe. I wrote down the weights, and then I crossed them out, and then I invited her over on a Saturday and put her hands into the bowl. She asked how she would know when it was ready. I told her that it would push back, slowly, like somebody who is asleep and does not want to be woken, and that the rest was only heat. Her loaf rose higher than mine. I have decided to be generous about it, although I did notice that she brought her own flour.`,

	index: `Every library that I have worked in had a drawer of cards which nobody dared to throw away. They are the records of books that were lost: borrowed in 1974 and never seen again, burned with a wing of the old building, or simply misplaced between two shelves by a student who wanted to hide them before an examination. A lost book leaves a hole of a particular shape, and a good cataloguer can tell you what stood there from the titles on either side.

I spent a year putting those cards into a database. The work was dull for a week, and after that it became a kind of archaeology. You could see the fashions come and go. In one decade half of the missing volumes were about hypnosis; in the next they were guides to the repair of motorcycles. Nobody has ever stolen our commentary on the customs treaties, in six parts, bound in green cloth, and I believe that nobody ever will.

Sometimes one comes home. A parcel arrives without a sender, or a lawyer writes that an estate contains some property of ours, and would we care to collect it. We always say that there is no fine. The director likes to hold such a volume up at the weekly meeting, whether or not it has any value, and then I find the number in the database and remove the mark, and the hole between its two neighbours closes as if it had never been there at all.

People ask whether any of this is needed now that the texts can be searched. I think that it is needed more. A search tells you what exists, and it does so very well. It has nothing to say about what used to exist, or about what someone once loved enough to take. For that you need a drawer, and a person who will not let it be emptied, and enough patience to read the names of borrowers who are long past any reminder that we could send.`,
};

/** Puts other words in place of a part of a text. */
export const replacePart = (
	text: string,
	at: number,
	length: number,
	words = texts.index,
): string =>
	text.slice(0, at) +
	words.slice(at % 1000, (at % 1000) + length) +
	text.slice(at + length);
